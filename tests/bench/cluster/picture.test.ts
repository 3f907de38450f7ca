import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { clusterPicture } from '../../../bench/cluster/picture.ts';
import { clusterRunOf } from './run.ts';

const drawn = (svg: string) => parseHTML(`<body>${svg}</body>`).document;
const pointsOf = (line: { getAttribute(name: string): string | null } | undefined) =>
  (line?.getAttribute('points') ?? '').split(' ').map((point) => point.split(',').map(Number));

describe('the picture of the cluster', () => {
  it('draws each contender once, through both sizes: two lines of times, one of memory', () => {
    const lines = [...drawn(clusterPicture(clusterRunOf())).querySelectorAll('polyline')];
    expect(lines).toHaveLength(3 * 3);
    for (const line of lines) expect(pointsOf(line)).toHaveLength(2);
  });

  it('draws of the cluster only what was fastest in the largest library', () => {
    const lines = [...drawn(clusterPicture(clusterRunOf())).querySelectorAll('polyline.c1')];
    const [times] = lines.filter((line) => !line.getAttribute('class')?.includes('dashed'));
    const [small, large] = pointsOf(times);
    // With two shards it takes 31 ms at both sizes; with one it would take longer at the larger.
    expect(small?.[1]).toBe(large?.[1]);
  });

  it('can be read out, and says how often the quotes are the same', () => {
    const document = drawn(clusterPicture(clusterRunOf()));
    expect(document.querySelector('svg')?.getAttribute('aria-label')).toBe(
      'In how many ms 95 of 100 questions are answered, at 500 sentences: Nutgraf in memory 5.0, Nutgraf on OpenSearch 31, MiniSearch 25.',
    );
    expect(document.querySelector('svg')?.textContent).toContain('same first quote as in memory: 100.0 %');
  });

  it('has room for all names and for all that is drawn, in light and in dark', () => {
    const svg = clusterPicture(clusterRunOf());
    const document = drawn(svg);
    const [width, height] = ['width', 'height'].map((name) =>
      Number(document.querySelector('svg')?.getAttribute(name)),
    );
    for (const text of document.querySelectorAll('text')) {
      expect(Number(text.getAttribute('x'))).toBeLessThan(width ?? 0);
      expect(Number(text.getAttribute('y'))).toBeLessThan(height ?? 0);
    }
    expect(svg).toMatch(/prefers-color-scheme: dark[\s\S]*\.c3/);
    expect(svg).toContain('Quiet Processor &lt;9>');
  });

  it('can be drawn when nothing but the first contender was measured', () => {
    const [first] = clusterRunOf().rows;
    const svg = clusterPicture(clusterRunOf({ rows: first ? [first] : [] }));
    expect(drawn(svg).querySelectorAll('circle').length).toBeGreaterThan(0);
    expect(svg).not.toContain('NaN');
  });
});
