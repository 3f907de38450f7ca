import type { Entry, PostedAnswer } from '../../src/ledger/ledger.ts';
import { openLedger } from '../../src/ledger/open.ts';

/**
 * A process of its own: adds entries, threads and answers, many at once, and says of each when it is kept. It goes on
 * until it is killed, or until it is told to end: then it waits for what it has asked for.
 */
const [url = '', name = '', entryText = '', answerText = ''] = process.argv.slice(2);
const entry = JSON.parse(entryText) as Entry;
const answer = JSON.parse(answerText) as PostedAnswer;
/** How many are asked for at the same time. */
const AT_ONCE = 50;

const wish = { store: { kind: 'postgres', url }, stated: true, key: null, keep: null } as const;
const ledger = await openLedger(wish, console);
let next = 0;
let toldToEnd = false;
process.stdin.on('end', () => {
  toldToEnd = true;
});
process.stdin.resume();

async function busy(): Promise<void> {
  while (!toldToEnd) {
    const index = next++;
    const id = `${name} ${index}`;
    await Promise.all([
      ledger.journal.add({ ...entry, at: index, place: name, question: id }),
      ledger.threads.set(id, { own: true, turns: [] }),
      ledger.answers.set({
        ...answer,
        message: id,
        quotes: answer.quotes.map((quote) => ({ ...quote, article: id })),
      }),
    ]);
    // A pipe is written to at once: what is said has been said when the process is killed.
    process.stdout.write(`${id}\n`);
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, busy));
await ledger.close();
