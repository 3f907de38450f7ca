import { block, card, label, path, stroke } from '../../bench/render/svg.ts';
import type { Sample } from '../counting/memory.ts';

/** When something was wrong, in ms since people began to ask. */
export interface Mark {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const SIZE = { width: 860, height: 440 } as const;
const PLOT = { left: 64, right: 844, top: 76, bottom: 330 } as const;
/** Marks of faults, in as many rows, so that names that follow each other do not overlap. */
const ROWS = 5;

/**
 * Draws what the processes held over time: heap without garbage as a line, what the system gave as a dotted one, and
 * under them when something was wrong.
 *
 * @param samples of all processes, in order of time
 * @param marks faults
 * @param ms how long people asked
 * @returns an SVG file
 */
export function memoryChart(samples: readonly Sample[], marks: readonly Mark[], ms: number): string {
  const bots = [...new Set(samples.map(({ bot }) => bot))];
  const most = ceiling(Math.max(1, ...samples.map(({ resident }) => resident / 1e6)));
  const x = (at: number) => PLOT.left + (Math.min(at, ms) / ms) * (PLOT.right - PLOT.left);
  const y = (megabytes: number) => PLOT.bottom - (megabytes / most) * (PLOT.bottom - PLOT.top);
  const lines = bots.flatMap((bot, index) => {
    const own = samples.filter((sample) => sample.bot === bot);
    const through = (what: 'heap' | 'resident') =>
      own.map((each) => [x(each.at), y(each[what] / 1e6)] as const);
    return [
      path(through('resident'), `line c${index} dashed`),
      path(through('heap'), `line c${index}`),
      block({ x: 20 + index * 170, y: 52, width: 12, height: 12 }, `p${index}`),
      label(38 + index * 170, 62, bot),
    ];
  });
  const described = `Memory of ${bots.join(' and ')} over ${minutes(ms)}; the most is ${Math.round(most)} MB.`;
  return card(SIZE, described, [
    label(20, 28, 'Memory while people ask', 'title'),
    label(SIZE.width - 16, 28, 'MB; line: heap without garbage, dotted: resident', 'faint end'),
    ...[0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
      stroke(PLOT.left, y(share * most), PLOT.right, y(share * most), 'grid'),
      label(PLOT.left - 8, y(share * most) + 4, String(Math.round(share * most)), 'faint end'),
    ]),
    ...lines,
    ...marks.flatMap((mark, index) => {
      const top = PLOT.bottom + 8 + (index % ROWS) * 18;
      return [
        block(
          { x: x(mark.from), y: top, width: Math.max(2, x(mark.to) - x(mark.from)), height: 4 },
          'bar own',
        ),
        label(x(mark.from), top + 14, mark.name, x(mark.from) > PLOT.right - 90 ? 'faint end' : 'faint'),
      ];
    }),
    label(PLOT.right, SIZE.height - 8, minutes(ms), 'faint end'),
  ]);
}

/** The next round number, so that a quarter of it is round, too. */
function ceiling(value: number): number {
  return Math.ceil(value / 100) * 100;
}

function minutes(ms: number): string {
  const whole = Math.round(ms / 6_000) / 10;
  return `${whole} ${whole === 1 ? 'minute' : 'minutes'}`;
}
