import { loadavg } from 'node:os';
import type { Machine } from '../results.ts';
import { type Outcome, under } from './load.ts';
import { pathOf } from './mix.ts';
import { openPage, openReference, type Server } from './server.ts';

/** What the page is to stand: a thousand requests a second. */
const RATE = 1_000;
/** At a fifth of it: what is compiled late and remembered first is no part of the minute. */
const WARM_UP = { rate: 200, seconds: 5 };

/**
 * Asks the page, and before and after it a server that does nothing, for a thousand things a second, and prints how it
 * went.
 *
 * @param seconds how long each is asked
 * @param machine where it is measured
 */
export async function measureWeb(seconds: number, machine: Machine): Promise<void> {
  const { node, processor, cores } = machine;
  console.log(`Node ${node}, ${processor}, ${cores} cores, ${RATE} requests a second for ${seconds} s`);
  console.log('| server | load | errors | p50 ms | p95 ms | p99 ms | longest ms | CPU | MB |');
  console.log('| --- | --: | --: | --: | --: | --: | --: | --: | --: |');
  for (const open of [openReference, openPage, openReference]) {
    const server = await open();
    try {
      await measured(server, seconds);
    } finally {
      await server.stop();
    }
  }
}

async function measured(server: Server, seconds: number): Promise<void> {
  const addresses = { reader: await readerOf(server) };
  // Numbers of their own: otherwise questions that nobody has asked would have been asked.
  await under(server.origin, WARM_UP, (at) => pathOf(at + 1_000_000, addresses));
  const before = await server.cpu();
  const began = performance.now();
  const outcome = await under(server.origin, { rate: RATE, seconds }, (at) => pathOf(at, addresses));
  const cpu = ((await server.cpu()) - before) / ((performance.now() - began) / 1000);
  const memory = await server.memory();
  console.log(row(server.name, outcome, cpu, memory));
  for (const [why, count] of outcome.errors) console.error(`${server.name}: ${count} × ${why}`);
  const kinds = [...outcome.kinds].map(([kind, p99]) => `${kind} ${p99.toFixed(1)}`);
  console.error(
    `p99 by path: ${kinds.join(', ')}; latest sent ${outcome.latest.toFixed(1)} ms after its time`,
  );
}

function row(name: string, outcome: Outcome, cpu: number, memory: number | null): string {
  const { errors, p50, p95, p99, longest } = outcome;
  const failed = [...errors.values()].reduce((sum, count) => sum + count, 0);
  const cells = [
    name,
    (loadavg()[0] ?? 0).toFixed(1),
    String(failed),
    ...[p50, p95, p99, longest].map((ms) => ms.toFixed(1)),
    `${Math.round(cpu * 100)} %`,
    memory === null ? '' : String(Math.round(memory / 1e6)),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** The page of the first article that there is; the server that does nothing has it anywhere. */
async function readerOf({ origin }: Server): Promise<string> {
  const text = await (await fetch(`${origin}/api/stories`)).text();
  return /"page":"([^"]+)"/.exec(text)?.[1] ?? '/story';
}
