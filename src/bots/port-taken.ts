import { BotStartError } from './bot.ts';

/** Of an address that this machine does not have, of a name that is none, and of a kind of address that it lacks. */
const NO_ADDRESS = new Set(['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EAFNOSUPPORT', 'EINVAL']);

/**
 * @param error what `listen` threw
 * @returns the same, as a sentence for whoever runs it
 */
export function portTaken(error: unknown): BotStartError {
  const { code = 'unknown', port } = error as NodeJS.ErrnoException & { readonly port?: number };
  if (NO_ADDRESS.has(code)) {
    return new BotStartError(
      'no-address',
      `HOST is no address of this machine (${code}): set it to 127.0.0.1, or to 0.0.0.0 for all that it has.`,
      error,
    );
  }
  return new BotStartError('port-taken', `Port ${port} ${reasons(code)}.`, error);
}

function reasons(code: string): string {
  if (code === 'EADDRINUSE') return 'is taken by another program: set PORT to a free one';
  if (code === 'EACCES') return 'is not for everybody (EACCES): set PORT to 1024 or above';
  return `cannot be used (${code}): set PORT to a free one`;
}
