import type { Run } from '../results.ts';
import { growthChart, namesOf } from './growth-chart.ts';
import { percent, whole } from './numbers.ts';
import { qualityChart, qualityHeight } from './quality-chart.ts';
import { type Box, block, dot, escaped, label, STYLE } from './svg.ts';
import { bestFirst } from './table.ts';

const WIDTH = 860;
const MARGIN = 24;
const GROWTH_HEIGHT = 270;
const OWN = 'Nutgraf';

/**
 * @param run what was measured
 * @returns `docs/bench.svg`: how good each is, and below how time and memory grow, when that was measured
 */
export function picture(run: Run): string {
  const { peers, growth } = run;
  const quality: Box = { x: MARGIN, y: MARGIN, width: WIDTH - 2 * MARGIN, height: qualityHeight(peers) };
  const below = quality.y + quality.height + 22;
  const bottom = growth.length === 0 ? quality.y + quality.height : below + 28 + GROWTH_HEIGHT;
  const height = bottom + MARGIN + 14;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escaped(described(run))}">
<style>${STYLE}
</style>
${[
  block({ x: 0.5, y: 0.5, width: WIDTH - 1, height: height - 1 }, 'card'),
  qualityChart(peers, quality, OWN),
  ...(growth.length === 0 ? [] : growthCharts(run, below)),
  label(MARGIN, height - 16, measuredOn(run), 'faint'),
].join('\n')}
</svg>
`;
}

function growthCharts({ growth }: Run, y: number): string[] {
  const width = (WIDTH - 3 * MARGIN) / 2;
  const box = (x: number): Box => ({ x, y: y + 28, width, height: GROWTH_HEIGHT });
  const times = [
    { value: ({ p95 }: { readonly p95: number }) => p95, classes: '' },
    { value: ({ p50 }: { readonly p50: number }) => p50, classes: 'dashed' },
  ];
  const memory = [{ value: ({ held }: { readonly held: number }) => held / 1e6, classes: '' }];
  return [
    key(namesOf(growth), y),
    growthChart(
      'Time a question, in ms',
      'solid: p95, dotted: p50; by sentences',
      growth,
      times,
      box(MARGIN),
    ),
    growthChart(
      'Memory held, in MB',
      'heap and buffers; by sentences',
      growth,
      memory,
      box(2 * MARGIN + width),
    ),
  ];
}

/** Which colour is whose. */
function key(names: readonly string[], y: number): string {
  return names
    .map((name, index) => {
      const x = MARGIN + index * 150;
      return `${dot(x + 6, y, 5, `p${index}`)}\n${label(x + 18, y + 4.5, name, name === OWN ? 'own' : '')}`;
    })
    .join('\n');
}

function measuredOn({ set, sentences, questions, machine }: Run): string {
  return `${set}: ${whole(sentences)} sentences, ${whole(questions)} questions; Node ${machine.node}, ${machine.processor}, ${machine.cores} cores`;
}

/** For those who do not see the picture. */
function described({ peers }: Run): string {
  const each = bestFirst(peers).map(({ name, precisionAt1 }) => `${name} ${percent(precisionAt1)}`);
  return `How often the best sentence is right, in per cent: ${each.join(', ')}.`;
}
