import type { Grown } from './growth-charts.ts';
import { whole } from './numbers.ts';
import { type Box, dot, label, path, stroke } from './svg.ts';

/** One line's worth of a chart: what is drawn, and how. */
export interface Line {
  readonly value: (one: Grown) => number;
  readonly classes: string;
}

const MARGIN = { left: 52, right: 12, top: 52, bottom: 26 } as const;
/** Below this a value is drawn as this: zero has no place on a logarithmic axis. */
const LEAST = 0.01;

/**
 * Draws how something grows with the library, both axes logarithmic, a colour for each peer.
 *
 * @param title what is drawn
 * @param legend what the lines are
 * @param growth what was measured
 * @param lines what is drawn of each peer
 * @param box where
 * @returns SVG elements
 */
export function growthChart(
  title: string,
  legend: string,
  growth: readonly Grown[],
  lines: readonly Line[],
  box: Box,
): string {
  const values = growth.flatMap((one) => lines.map(({ value }) => Math.max(LEAST, value(one))));
  const x = axis(
    growth.map(({ sentences }) => sentences),
    box.x + MARGIN.left,
    box.x + box.width - MARGIN.right,
    false,
  );
  const y = axis(values, box.y + box.height - MARGIN.bottom, box.y + MARGIN.top, true);
  const names = namesOf(growth);
  const drawn = names.flatMap((name, index) => {
    const own = growth.filter((one) => one.name === name).sort((a, b) => a.sentences - b.sentences);
    return lines.map(({ value, classes }) => {
      const points = own.map((one) => [x.at(one.sentences), y.at(Math.max(LEAST, value(one)))] as const);
      return [
        path(points, `line c${index} ${classes}`.trim()),
        ...points.map(([px, py]) => dot(px, py, 3, `p${index}`)),
      ].join('\n');
    });
  });
  return [
    label(box.x, box.y + 16, title, 'title'),
    label(box.x, box.y + 36, legend, 'faint'),
    ...y.ticks.map((tick) =>
      [
        stroke(x.from, y.at(tick), x.to, y.at(tick), 'grid'),
        label(x.from - 8, y.at(tick) + 4, tick < 1 ? String(tick) : whole(tick), 'faint end'),
      ].join('\n'),
    ),
    ...sizesOf(growth).map((size) => label(x.at(size), y.from + 18, short(size), 'faint middle')),
    ...drawn,
  ].join('\n');
}

/**
 * @param growth what was measured
 * @returns the peers in it, in the order of their colours
 */
export function namesOf(growth: readonly Grown[]): string[] {
  return [...new Set(growth.map(({ name }) => name))];
}

/** A logarithmic axis from a place to a place, in pixels; widened to powers of ten where it has such ticks. */
function axis(values: readonly number[], from: number, to: number, tens: boolean) {
  const [least, most] = [Math.log10(Math.min(...values)), Math.log10(Math.max(...values))];
  const low = tens ? Math.floor(least) : least;
  const high = tens ? Math.max(Math.ceil(most), low + 1) : Math.max(most, low + 0.01);
  const at = (value: number) => from + ((Math.log10(value) - low) / (high - low)) * (to - from);
  const ticks = tens ? Array.from({ length: high - low + 1 }, (_, step) => 10 ** (low + step)) : [];
  return { at, ticks, from, to };
}

/** Each size once, though peers may differ by a paragraph. */
function sizesOf(growth: readonly Grown[]): number[] {
  return [...new Map(growth.map(({ sentences }) => [short(sentences), sentences])).values()];
}

function short(size: number): string {
  if (size < 1000) return whole(size);
  return size < 999_500 ? `${whole(size / 1000)}k` : `${Math.round(size / 1e5) / 10}M`;
}
