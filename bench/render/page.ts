import type { Run } from '../results.ts';
import { whole } from './numbers.ts';
import { bestFirst, COMPARISON, GROWTH, table } from './table.ts';

/**
 * @param run what was measured
 * @returns `docs/bench.md`
 */
export function page(run: Run): string {
  return `${[heading(run), comparison(run), setups(run), growth(run), method(run)].filter(Boolean).join('\n\n')}\n`;
}

function heading({ command }: Run): string {
  return `# Nutgraf beside search libraries

The same questions, put in one run to Nutgraf and to libraries for full-text search, each set up as its own documentation recommends for English. Written by a program; this repeats it:

\`\`\`sh
${command}
\`\`\`

![P@1 and MRR@10 of each, and how time and memory grow](bench.svg)`;
}

function comparison({ set, sentences, questions, peers }: Run): string {
  const fewer = peers.filter((peer) => peer.questions < questions);
  const sample = fewer.map(
    ({ name, questions: put }) =>
      `${name} is too slow for all of them: it was asked an even sample of ${whole(put)}, so its figures are rougher than the others'.`,
  );
  return [
    `## ${set}: ${whole(sentences)} sentences, ${whole(questions)} questions`,
    table(COMPARISON, bestFirst(peers)),
    ...sample,
  ].join('\n\n');
}

function setups({ peers }: Run): string {
  const lines = bestFirst(peers).map(
    ({ name, setup, documentation }) => `- **${name}**: ${setup} ([documentation](${documentation})).`,
  );
  return `How each is set up (the reasons stand in \`bench/peers/\`):\n\n${lines.join('\n')}`;
}

function growth({ growth: grown }: Run): string {
  if (grown.length === 0) return '';
  const rows = [...grown].sort((a, b) => a.sentences - b.sentences);
  const [first] = grown;
  return `## As the library grows

${table(GROWTH, rows)}

${whole(first?.questions ?? 0)} questions at each size. Libraries larger than the set are its articles over and over, half of the longer words replaced by others of the set and one in forty by a word of its own, always the same ones.`;
}

function method({ machine }: Run): string {
  return `## How it is measured

- Every sentence of every article is a candidate, and all are given the same sentences. Nutgraf also reads the paragraph around a sentence and the headline above it, which is its business and not theirs: this says what a newsroom gets from either, not whose BM25 is better.
- **P@1**: the best sentence is right, that is, it lies in the paragraph that answers and overlaps a sentence that does by at least half of the shorter one. **MRR@10**: mean of 1/place of the first right one among ten.
- **p50, p95**: time from a question to ten sentences, in a warm process.
- **heap**: by how much the JavaScript heap and the buffers beside it have grown once the index is built and all questions are put, garbage collected; texts of the sentences count only where a library copies them. Each has a process of its own. A SQLite that is built into Node keeps its rows elsewhere: it shows in the next column only.
- **resident**: what that whole process takes then, Node itself and the texts of the set included, and garbage that was not given back.
- **index**: time to build it from sentences in memory.
- Node ${machine.node}, ${machine.processor}, ${machine.cores} cores. Times are for comparing within the run: another machine has others.`;
}
