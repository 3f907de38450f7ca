import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DISCORD } from '../../preview/discord/platform.ts';
import { docsFile, fingerprint, IN_DOCS } from '../../preview/in-docs.ts';
import { type Platform, page, type Sample } from '../../preview/page.ts';
import { THEMES } from '../../preview/palette.ts';
import { sourceOf } from '../../preview/png.ts';
import { discordSamples } from '../../preview/samples/discord/table.ts';
import { libraries } from '../../preview/samples/libraries.ts';
import { slackSamples } from '../../preview/samples/slack/table.ts';
import { SLACK } from '../../preview/slack/platform.ts';

const open = libraries('.');
const [inSlack, inDiscord] = await Promise.all([slackSamples(open), discordSamples(open)]);
const platforms = [
  { on: SLACK, shown: inSlack },
  { on: DISCORD, shown: inDiscord },
];

const written = (on: Platform, shown: readonly Sample[], slug: string) =>
  page(
    on,
    slug,
    shown.filter((sample) => sample.slug === slug),
    { themes: THEMES, fonts: '' },
  );

describe.each(platforms)('the samples of $on.name', ({ on, shown }) => {
  it.each(shown)(
    '$slug is shown whole, in both colours, without a script or a word of markup',
    ({ slug }) => {
      const html = written(on, shown, slug);
      expect(html.match(new RegExp(`class="${on.slug} (?:light|dark)[ "]`, 'g'))).toHaveLength(2);
      expect(html).not.toMatch(/<script|class="unknown"|undefined|\[object/);
    },
  );

  it('have names of their own', () => {
    expect(new Set(shown.map(({ slug }) => slug)).size).toBe(shown.length);
  });
});

describe('a sample', () => {
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
  ])('%s shows in Slack what it is there for', (slug, words) => {
    expect(written(SLACK, inSlack, slug)).toMatch(words);
  });

  it.each([
    ['answer', /class="above".*<blockquote>.*<strong>1,798<\/strong>.*<\/blockquote>.*4 years ago/],
    ['command', /used <span class="command">\/ask<\/span>.*<strong>what was the vote count\?<\/strong>/],
    ['private', />Share<.*Only you can see this/],
    ['shared', /<small>Shared by Dora Lindqvist<\/small>/],
    ['context', /<blockquote>.*<br>.*<strong>1,798<\/strong>.*>Less context</],
    ['others', /Not that one, then\..*>Show the next ones</],
    ['also', /<small>Also: /],
    ['sources', />Fewer sources</],
    ['differing', /These sources give different numbers/],
    ['speaker', /IDA MORROW/],
    ['told', /<small>The editors have been told/],
    ['offered', /class="offer chosen">How many /],
    ['stories', /class="offer chosen">The closing of Mill Bridge/],
    ['menu', /Find this in our stories/],
    ['menu-answer', /used <span class="command">Find this in our stories<.*<blockquote>.*23 cracks/],
    ['again', /class="mention"># night-desk › message/],
    ['later', /<time>in 40 seconds<\/time>/],
    ['settings', /used <span class="command">\/nutgraf<\/span>.*Mill Bridge/],
    ['hostile', /\*NO\* _swimming_ @everyone &#60;!channel&#62;/],
    ['failure', /k7p2q9/],
  ])('%s shows in Discord what it is there for', (slug, words) => {
    expect(written(DISCORD, inDiscord, slug)).toMatch(words);
  });
});

describe('the pictures in docs/', () => {
  const cases = platforms.flatMap((platform) =>
    IN_DOCS.flatMap((slug) => THEMES.map((theme) => ({ ...platform, slug, theme }))),
  );

  it.each(cases)(
    '$on.slug-$slug, $theme, shows what is said today: npm run preview:$on.slug -- --docs',
    ({ on, shown, slug, theme }) => {
      const file = `docs/${docsFile(on, slug, theme)}`;
      const sample = shown.find((each) => each.slug === slug);
      expect(sample).toBeDefined();
      expect(sourceOf(readFileSync(file))).toBe(sample ? fingerprint(sample) : null);
      expect(statSync(file).size).toBeLessThan(60_000);
    },
  );

  it('are out of date when a word changes, and not when a button carries something else', () => {
    const sample = inDiscord.find(({ slug }) => slug === 'answer');
    if (sample === undefined) throw new Error('there is no such sample');
    const changed = (from: string, to: string) =>
      fingerprint({ ...sample, surface: JSON.parse(JSON.stringify(sample.surface).replaceAll(from, to)) });
    expect(changed('1,798', '1,799')).not.toBe(fingerprint(sample));
    expect(changed('More context', 'More')).not.toBe(fingerprint(sample));
    expect(changed('|preview|', '|another|')).toBe(fingerprint(sample));
  });
});
