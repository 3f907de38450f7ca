import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import type { Delivery } from '../../src/ledger/ledger.ts';
import { postgresStore } from '../../src/ledger/postgres.ts';
import { queuedLedger } from '../../src/ledger/queued.ts';

/**
 * A process of its own: takes on what is delivered to all of them alike, does it, takes over what others have left,
 * and says of each that it has taken on that it has. It goes on until it is killed, or until it is told to end.
 */
const [url = '', name = ''] = process.argv.slice(2);
/** How many are on their way at the same time. */
const AT_ONCE = 8;

const store = await postgresStore(url, null, Date.now);
const ledger = await queuedLedger(async () => store, { log: console, keep: null, now: Date.now });
// Without the ledger's limit of time: on a machine that stands still, it lets a thing be done twice.
const { accept } = store.inbox;
const { done, takeOver } = ledger.inbox;
const platform = new pg.Pool({ connectionString: url, max: 2 });
/** How many the platform has delivered. */
let delivered = 0;
let next = 0;
let toldToEnd = false;
process.stdin.on('end', () => {
  toldToEnd = true;
});
process.stdin.resume();

async function doIt({ names: [own = ''] }: Delivery): Promise<void> {
  await platform.query('INSERT INTO attempts (name, process) VALUES ($1, $2)', [own, name]);
  // It may be killed here, and before.
  await setTimeout(Math.random() * 300);
  await done(own);
}

async function listen(): Promise<void> {
  const { rows } = await platform.query<{ delivered: number }>('SELECT delivered FROM platform');
  delivered = rows[0]?.delivered ?? 0;
}

async function listenOn(): Promise<void> {
  while (!toldToEnd) {
    await setTimeout(20);
    await listen();
  }
}

async function takeOn(): Promise<void> {
  while (!toldToEnd) {
    if (next >= delivered) {
      await setTimeout(10);
      continue;
    }
    const own = `n${next++}`;
    const delivery: Delivery = { bot: 'slack', names: [own, `another ${own}`], payload: own };
    if (!(await accept(delivery))) continue;
    // A pipe is written to at once: what is said has been said when the process is killed.
    process.stdout.write(`${own}\n`);
    await doIt(delivery);
  }
}

async function inherit(): Promise<void> {
  while (!toldToEnd) {
    await Promise.all((await takeOver('slack', 50)).map(doIt));
    await setTimeout(200);
  }
}

await listen();
// What was delivered before, others have.
next = delivered;
process.stdout.write('ready\n');
await Promise.all([listenOn(), inherit(), ...Array.from({ length: AT_ONCE }, takeOn)]);
await ledger.close();
await platform.end();
