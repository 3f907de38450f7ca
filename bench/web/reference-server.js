/**
 * The least that a server can do: whatever is asked for, it answers with the same 8 KB, about as long as our pages are.
 * What it takes under the same load is what Node, this machine and whoever measures take by themselves.
 */
import { createServer } from 'node:http';

const BODY = Buffer.alloc(8 * 1024, 'x');

const server = createServer((request, response) => {
  const { user, system } = process.cpuUsage();
  const body = request.url === '/metrics' ? `process_cpu_seconds_total ${(user + system) / 1e6}\n` : BODY;
  response.writeHead(200, { 'content-type': 'text/plain', 'content-length': body.length }).end(body);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.error(
    JSON.stringify({ msg: 'the page is open', port: typeof address === 'object' && address?.port }),
  );
});
