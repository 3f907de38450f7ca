import type { Run } from '../results.ts';
import { GROWTH_HEIGHT, growthCharts } from './growth-charts.ts';
import { percent, whole } from './numbers.ts';
import { qualityChart, qualityHeight } from './quality-chart.ts';
import { type Box, card, label } from './svg.ts';
import { bestFirst } from './table.ts';

const WIDTH = 860;
const MARGIN = 24;
const OWN = 'Nutgraf';

/**
 * @param run what was measured
 * @returns `docs/bench.svg`: how good each is, and below how time and memory grow, when that was measured
 */
export function picture(run: Run): string {
  const { peers, growth } = run;
  const quality: Box = { x: MARGIN, y: MARGIN, width: WIDTH - 2 * MARGIN, height: qualityHeight(peers) };
  const below = quality.y + quality.height + 22;
  const bottom = growth.length === 0 ? quality.y + quality.height : below + GROWTH_HEIGHT;
  const height = bottom + MARGIN + 14;
  return card({ width: WIDTH, height }, described(run), [
    qualityChart(peers, quality, OWN),
    ...(growth.length === 0 ? [] : growthCharts(growth, OWN, { width: WIDTH, margin: MARGIN, y: below })),
    label(MARGIN, height - 16, measuredOn(run), 'faint'),
  ]);
}

function measuredOn({ set, sentences, questions, machine }: Run): string {
  return `${set}: ${whole(sentences)} sentences, ${whole(questions)} questions; Node ${machine.node}, ${machine.processor}, ${machine.cores} cores`;
}

/** For those who do not see the picture. */
function described({ peers }: Run): string {
  const each = bestFirst(peers).map(({ name, precisionAt1 }) => `${name} ${percent(precisionAt1)}`);
  return `How often the best sentence is right, in per cent: ${each.join(', ')}.`;
}
