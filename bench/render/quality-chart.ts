import type { Measured } from '../results.ts';
import { percent } from './numbers.ts';
import { type Box, block, dot, label, stroke } from './svg.ts';
import { bestFirst } from './table.ts';

const ROW = 30;
const TITLE = 62;
const NAMES = 118;
/** Room for the two figures at the right. */
const FIGURES = 140;

/**
 * @param peers what is shown
 * @returns the height that the chart takes, in pixels
 */
export function qualityHeight(peers: readonly Measured[]): number {
  return TITLE + peers.length * ROW + 22;
}

/**
 * Draws a bar for P@1 and a dot for MRR@10 of each peer, the best above, on an axis from 0: bars that start
 * elsewhere exaggerate.
 *
 * @param peers what was measured
 * @param box where; its height is {@link qualityHeight}
 * @param own name of the peer that stands out
 * @returns SVG elements
 */
export function qualityChart(peers: readonly Measured[], box: Box, own: string): string {
  const left = box.x + NAMES;
  const right = box.x + box.width - FIGURES;
  const at = (share: number) => left + share * (right - left);
  const top = box.y + TITLE;
  const bottom = top + peers.length * ROW;
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1].map((share) =>
    [
      stroke(at(share), top - 4, at(share), bottom, 'grid'),
      label(at(share), bottom + 16, `${share * 100} %`, 'faint middle'),
    ].join('\n'),
  );
  const rows = bestFirst(peers).map((peer, index) => {
    const middle = top + (index + 0.5) * ROW;
    const isOwn = peer.name === own;
    const { precisionAt1, mrrAt10 } = peer;
    return [
      label(left - 10, middle + 4.5, peer.name, isOwn ? 'end own' : 'end'),
      block(
        { x: left, y: middle - 8, width: at(precisionAt1 ?? 0) - left, height: 16 },
        isOwn ? 'bar own' : 'bar',
      ),
      dot(at(mrrAt10 ?? 0), middle, 4.5, 'dot'),
      label(right + 64, middle + 4.5, percent(precisionAt1), isOwn ? 'end own' : 'end'),
      label(right + FIGURES, middle + 4.5, percent(mrrAt10), 'end faint'),
    ].join('\n');
  });
  return [
    label(box.x, box.y + 16, 'How often the right sentence is found', 'title'),
    label(box.x, box.y + 38, 'bar: P@1, the best sentence is right; dot: MRR@10', 'faint'),
    label(right + 64, top - 10, 'P@1', 'end faint'),
    label(right + FIGURES, top - 10, 'MRR@10', 'end faint'),
    ...ticks,
    ...rows,
  ].join('\n');
}
