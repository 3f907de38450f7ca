import type { Measured } from '../results.ts';
import { growthChart, namesOf } from './growth-chart.ts';
import { type Box, dot, label } from './svg.ts';

/** What is drawn of anything that grows: times in ms, memory in bytes. */
export type Grown = Pick<Measured, 'name' | 'sentences' | 'p50' | 'p95' | 'held'>;

/** Where two charts stand beside each other, and how far from the edges and from each other, in pixels. */
export interface Room {
  readonly width: number;
  readonly margin: number;
  /** Of the line with the names. */
  readonly y: number;
}

/** From the line with the names to the lower edge of the charts. */
export const GROWTH_HEIGHT = 298;
const NAMES = 28;
/** Bold letters are up to this wide, in pixels, with room for the dot before them. */
const KEY = { least: 150, dot: 38, letter: 7.8 };

/**
 * @param growth what was measured, at each size
 * @param own what the names begin with that stand out
 * @param room where
 * @returns SVG elements: which colour is whose, and how time and memory grow
 */
export function growthCharts(growth: readonly Grown[], own: string, { width, margin, y }: Room): string[] {
  const half = (width - 3 * margin) / 2;
  const box = (x: number): Box => ({ x, y: y + NAMES, width: half, height: GROWTH_HEIGHT - NAMES });
  const times = [
    { value: ({ p95 }: Grown) => p95, classes: '' },
    { value: ({ p50 }: Grown) => p50, classes: 'dashed' },
  ];
  const memory = [{ value: ({ held }: Grown) => held / 1e6, classes: '' }];
  const [left, right] = [box(margin), box(2 * margin + half)];
  return [
    key(namesOf(growth), own, margin, y),
    growthChart('Time a question, in ms', 'solid: p95, dotted: p50; by sentences', growth, times, left),
    growthChart('Memory held, in MB', 'heap and buffers; by sentences', growth, memory, right),
  ];
}

/** Which colour is whose. */
function key(names: readonly string[], own: string, left: number, y: number): string {
  const longest = Math.max(...names.map(({ length }) => length));
  const step = Math.max(KEY.least, KEY.dot + longest * KEY.letter);
  return names
    .map((name, index) => {
      const x = left + index * step;
      const classes = name.startsWith(own) ? 'own' : '';
      return `${dot(x + 6, y, 5, `p${index}`)}\n${label(x + 18, y + 4.5, name, classes)}`;
    })
    .join('\n');
}
