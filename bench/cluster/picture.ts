import { GROWTH_HEIGHT, growthCharts } from '../render/growth-charts.ts';
import { milliseconds, percent, whole } from '../render/numbers.ts';
import { card, label } from '../render/svg.ts';
import { chosenShards } from './growing.ts';
import type { ClusterRun, Row } from './results.ts';

const WIDTH = 860;
const MARGIN = 24;
const OWN = 'Nutgraf';
const HEIGHT = MARGIN + 14 + GROWTH_HEIGHT + MARGIN + 34;

/**
 * @param run what was measured; at least one row
 * @returns `docs/bench-cluster.svg`: how time and memory grow
 */
export function clusterPicture(run: ClusterRun): string {
  const rows = drawn(run);
  return card({ width: WIDTH, height: HEIGHT }, described(rows), [
    ...growthCharts(rows, OWN, { width: WIDTH, margin: MARGIN, y: MARGIN + 10 }),
    label(MARGIN, HEIGHT - 36, besideOf(run), 'faint'),
    label(MARGIN, HEIGHT - 16, measuredOn(run), 'faint'),
  ]);
}

/** Of the cluster one line is enough: as many shards as it was fastest with. */
function drawn({ rows }: ClusterRun): readonly Row[] {
  const shards = chosenShards(rows);
  return rows.filter(({ index }) => index === null || index.shards === shards);
}

/** For those who do not see the picture. */
function described(rows: readonly Row[]): string {
  const most = Math.max(...rows.map(({ sentences }) => sentences));
  // Up to a paragraph apart.
  const largest = rows.filter(({ sentences }) => sentences > 0.9 * most);
  const each = largest.map(({ name, p95 }) => `${name} ${milliseconds(p95)}`);
  return `In how many ms 95 of 100 questions are answered, at ${whole(most)} sentences: ${each.join(', ')}.`;
}

function besideOf(run: ClusterRun): string {
  const { version, count, heap } = run.nodes;
  const shares = drawn(run).flatMap(({ index, same }) => (index === null || same === null ? [] : [same]));
  const same =
    shares.length === 0 ? '' : `; same first quote as in memory: ${percent(Math.min(...shares))} % or more`;
  return `OpenSearch ${version}: ${count} nodes, ${whole(heap / 1e6)} MB of heap each${same}`;
}

function measuredOn({ questions, machine }: ClusterRun): string {
  return `${whole(questions)} questions at each size; Node ${machine.node}, ${machine.processor}, ${machine.cores} cores`;
}
