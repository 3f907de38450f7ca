import net from 'node:net';
import { vi } from 'vitest';

/**
 * Tests reach this machine and nothing else: a test that would depend on the world outside fails at the
 * moment it tries, and says where it wanted to go. Loaded by vitest before every test file.
 */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/;

const connect = net.Socket.prototype.connect;
vi.spyOn(net.Socket.prototype, 'connect').mockImplementation(function (
  this: net.Socket,
  ...args: Parameters<typeof connect>
) {
  const [first] = args as unknown[];
  const options = (Array.isArray(first) ? first[0] : first) as { host?: string; path?: string } | undefined;
  const host = typeof options === 'object' ? options.host : undefined;
  if (host !== undefined && !LOOPBACK.test(host)) throw new Error(`a test tried to reach ${host}`);
  return connect.apply(this, args);
} as typeof connect);
