import { megabytes, milliseconds, percent, whole } from '../render/numbers.ts';
import { section } from '../sections.ts';
import { chosenShards } from './growing.ts';
import type { ClusterRun, IndexRow, Paced, Row, Update } from './results.ts';

/**
 * @param run what was measured
 * @returns the section of `docs/bench.md`
 */
export function clusterSection(run: ClusterRun): string {
  const parts = [heading(run), contenders(run), indexes(run), update(run), method(run)];
  return section('cluster', parts.filter(Boolean).join('\n\n'));
}

function heading({ rows, command }: ClusterRun): string {
  const sizes = rows.map(({ sentences }) => sentences);
  const range = [...new Set([Math.min(...sizes), Math.max(...sizes)])].map(rounded).join(' to ');
  return `## In memory and on a cluster, at ${range} sentences

\`\`\`sh
${command}
\`\`\`

![How time and memory grow in memory, on MiniSearch and on OpenSearch](bench-cluster.svg)`;
}

/** A library has up to a paragraph more than was asked for. */
function rounded(sentences: number): string {
  return whole(sentences < 1000 ? sentences : Math.round(sentences / 1000) * 1000);
}

function contenders({ rows, leftOut }: ClusterRun): string {
  const head = [
    'sentences',
    '',
    'p50 ms',
    'p95 ms',
    'same first quote %',
    'heap MB',
    'resident MB',
    'load s',
  ];
  const cells = rows.map((row) => [
    whole(row.sentences),
    row.index === null ? row.name : `${row.name}, ${shardsOf(row.index)}`,
    milliseconds(row.p50),
    milliseconds(row.p95),
    percent(row.same),
    megabytes(row.held),
    megabytes(row.resident),
    seconds(row.load),
  ]);
  const missing = leftOut.map(
    ({ name, size, heap }) =>
      `${name} is left out at ${whole(size)} sentences: it ran out of memory, with a heap of up to ${whole(heap)} MB.`,
  );
  return [table(head, cells), ...missing].join('\n\n');
}

function indexes({ rows }: ClusterRun): string {
  const head = [
    'sentences',
    'articles',
    'shards',
    'build s',
    'MB on disk',
    'with copies',
    "a node's heap MB",
  ];
  const cells = rows.flatMap(({ sentences, articles, index }) =>
    index === null
      ? []
      : [
          [
            whole(sentences),
            whole(articles),
            whole(index.shards),
            seconds(index.build),
            megabytes(index.primaries),
            megabytes(index.total),
            megabytes(index.heap),
          ],
        ],
  );
  return cells.length === 0 ? '' : `What the cluster takes for it:\n\n${table(head, cells)}`;
}

function update({ rows, update: found }: ClusterRun): string {
  if (found === null) return '';
  return `### ${whole(found.changed)} articles change while questions are asked

Of ${whole(found.articles)} articles with ${whole(found.sentences)} sentences, on OpenSearch with ${counted(chosenShards(rows), 'shard')}: each that changes gets one more paragraph, on disk, and the process finds that as it finds any change. ${whole(found.rate)} questions a second are asked all the while.

${table(['', 'questions', 'errors', 'p50 ms', 'p95 ms', 'longest ms'], [pacedCells('before', found.before), pacedCells('while they change', found.during)])}

${taken(found)} Afterwards ${whole(found.checked)} of the new paragraphs were asked for, and ${whole(found.right)} quoted.`;
}

function taken({ writing, taking, steps }: Update): string {
  return `Writing the files took ${seconds(writing)} s; ${seconds(taking)} s after the last one all of it was answered from, taken up in ${counted(steps, 'step')}: each loads what is new beside what is asked, and takes its place at once.`;
}

function pacedCells(name: string, { questions, errors, p50, p95, longest }: Paced): string[] {
  return [name, whole(questions), whole(errors), ...[p50, p95, longest].map(milliseconds)];
}

function method({ questions, rows, nodes, machine }: ClusterRun): string {
  const { version, count, heap, ours } = nodes;
  const where = ours ? 'on the same machine, whose cores it shares' : 'which OPENSEARCH_URL names';
  return `- ${whole(questions)} questions at each size, none of them asked before, after as many others. **p50, p95**: time from a question to its answer, ready to be posted; of MiniSearch, which is no more than a search, to ten sentences.
- **same first quote**: questions for which the sentence ranked first is that of Nutgraf in memory, also where it is not sure enough to show it.
- **heap, resident**: as above, of Nutgraf's own process, which holds the library's text and what is counted over it whatever the engine. **load**: until that process can be asked, the library in memory and the index, where there is one, built.
- OpenSearch ${version}, ${counted(count, 'node')} with ${megabytes(heap)} MB of heap each, ${where}; one copy of each shard beside the first. **build**: as \`nutgraf index --full\` does. **a node's heap**: that of the fullest, garbage and all. ${choice(rows)}
- Libraries are grown as above; each article becomes reports of five paragraphs, of one story.
- Node ${machine.node}, ${machine.processor}, ${machine.cores} cores.`;
}

/** The picture and the update are of one of them. */
function choice(rows: readonly Row[]): string {
  if (!rows.some(({ index }) => index !== null)) return '';
  return `The picture shows ${counted(chosenShards(rows), 'shard')}, which was the faster at the largest size by p95.`;
}

function shardsOf({ shards }: IndexRow): string {
  return counted(shards, 'shard');
}

function counted(count: number, what: string): string {
  return `${whole(count)} ${what}${count === 1 ? '' : 's'}`;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}

/** A column without a title has names, the others numbers. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((title) => (title === '' ? '---' : '--:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
