import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { docsFile, fingerprint, IN_DOCS } from '../../preview/in-docs.ts';
import { sourceOf } from '../../preview/png.ts';
import { libraries } from '../../preview/samples/libraries.ts';
import { NAMES } from '../../preview/samples/people.ts';
import { samples } from '../../preview/samples/table.ts';
import { page } from '../../preview/slack/page.ts';

const shown = await samples(libraries('.'));
const written = (slug: string) => {
  const found = shown.filter((sample) => sample.slug === slug);
  return page(slug, found, { themes: ['light', 'dark'], names: NAMES, fonts: '' });
};

describe('the samples', () => {
  it.each(shown)(
    '$slug is shown whole, in both colours, without a script or a word of markup',
    ({ slug }) => {
      const html = written(slug);
      expect(html.match(/class="slack (?:light|dark) /g)).toHaveLength(2);
      expect(html).not.toMatch(/<script|class="unknown"|undefined|\[object/);
    },
  );

  it('have names of their own', () => {
    expect(new Set(shown.map(({ slug }) => slug)).size).toBe(shown.length);
  });

  it.each([
    ['answer', /<blockquote>.*<strong>1,798<\/strong>.*<\/blockquote>/],
    ['also', /Also:/],
    ['differing', /These sources give different numbers/],
    ['speaker', /IDA MORROW/],
    ['unsure', /The closest the story comes:/],
    ['not-in-story', /The story does not say\./],
    ['context', /<blockquote>.*<br>.*<strong>1,798<\/strong>.*<\/blockquote>/],
    ['several', /Only visible to you/],
    ['unfurl', /class="barred"/],
    ['ask-modal', /role="dialog"/],
    ['home', /class="tab open"/],
    ['hostile', /\*NO\* _swimming_ @everyone &#60;!channel&#62;/],
    ['failure', /k7p2q9/],
  ])('%s shows what it is there for', (slug, words) => {
    expect(written(slug)).toMatch(words);
  });
});

describe('the pictures in docs/', () => {
  const cases = IN_DOCS.flatMap((slug) => (['light', 'dark'] as const).map((theme) => ({ slug, theme })));

  it.each(cases)('$slug, $theme, shows what is said today: npm run preview:slack -- --docs', (each) => {
    const file = `docs/${docsFile(each.slug, each.theme)}`;
    const sample = shown.find(({ slug }) => slug === each.slug);
    expect(sample).toBeDefined();
    expect(sourceOf(readFileSync(file))).toBe(sample ? fingerprint(sample) : null);
    expect(statSync(file).size).toBeLessThan(60_000);
  });
});
