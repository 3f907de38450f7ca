import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { picture } from '../../bench/render/picture.ts';
import { GROWTH, measuredOf, runOf } from './run.ts';

const drawn = (svg: string) => parseHTML(`<body>${svg}</body>`).document;
/** As much of an element as is looked at: the types know no browser. */
interface Drawn {
  getAttribute(name: string): string | null;
}
const numbers = (elements: Iterable<Drawn>, name: string) =>
  [...elements].map((element) => Number(element.getAttribute(name)));
const pointsOf = (line: Drawn | undefined) =>
  (line?.getAttribute('points') ?? '').split(' ').map((point) => point.split(',').map(Number));

describe('the picture of the bench', () => {
  it('draws bars as long as P@1 is high, the best above, Nutgraf standing out', () => {
    const bars = [...drawn(picture(runOf())).querySelectorAll('rect.bar')];
    const [own = 0, other = 0] = numbers(bars, 'width');
    expect(own / other).toBeCloseTo(0.75 / 0.3, 1);
    expect(bars.map((bar) => bar.getAttribute('class'))).toEqual(['bar own', 'bar']);
    const [upper = 0, lower = 0] = numbers(bars, 'y');
    expect(upper).toBeLessThan(lower);
  });

  it('has a colour for the ground, for light and for dark', () => {
    const svg = picture(runOf());
    expect(drawn(svg).querySelectorAll('rect.card')).toHaveLength(1);
    expect(svg).toMatch(
      /\.card \{ fill: #ffffff[^}]*\}[\s\S]*prefers-color-scheme: dark[\s\S]*\.card \{ fill: #0d1117/,
    );
  });

  it('can be read out', () => {
    expect(drawn(picture(runOf())).querySelector('svg')?.getAttribute('aria-label')).toBe(
      'How often the best sentence is right, in per cent: Nutgraf 75.0, Slowfind 30.0.',
    );
  });

  it('is well-formed whatever the processor is called', () => {
    const svg = picture(runOf());
    expect(svg).toContain('Quiet Processor &lt;9>');
    expect(svg).not.toContain('<9>');
  });

  it('draws growth only when that was measured', () => {
    expect(drawn(picture(runOf())).querySelectorAll('polyline')).toHaveLength(0);
  });

  it('draws a line through every size for each peer: two of times, one of memory', () => {
    const lines = [...drawn(picture(runOf({ growth: GROWTH }))).querySelectorAll('polyline')];
    expect(lines).toHaveLength(2 * 3);
    for (const line of lines) expect(pointsOf(line)).toHaveLength(3);
  });

  it('rises to the right where a peer gets slower, and the slower one lies above', () => {
    const lines = [...drawn(picture(runOf({ growth: GROWTH }))).querySelectorAll('polyline')];
    const solid = lines.filter((line) => !line.getAttribute('class')?.includes('dashed'));
    const [own, other] = [pointsOf(solid[0]), pointsOf(solid[1])];
    expect(own.at(-1)?.[0]).toBeGreaterThan(own[0]?.[0] ?? Number.POSITIVE_INFINITY);
    expect(own.at(-1)?.[1]).toBeLessThan(own[0]?.[1] ?? 0);
    expect(other.at(-1)?.[1]).toBeLessThan(own.at(-1)?.[1] ?? 0);
  });

  it('keeps all that is drawn inside, also a time of zero', () => {
    const growth = [...GROWTH, measuredOf('Instant', { sentences: 1000, p50: 0, p95: 0, held: 0 })];
    const document = drawn(picture(runOf({ growth })));
    const height = Number(document.querySelector('svg')?.getAttribute('height'));
    for (const y of [
      ...numbers(document.querySelectorAll('text'), 'y'),
      ...numbers(document.querySelectorAll('circle'), 'cy'),
    ]) {
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(height);
    }
  });
});
