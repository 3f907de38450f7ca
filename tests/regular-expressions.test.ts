import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { growthOf } from './support/regular-expressions/growth.ts';
import { madeMeanwhile } from './support/regular-expressions/made.ts';
import { type Expression, expressionsIn } from './support/regular-expressions/written.ts';

/** An expression whose steps grow faster than its text, where no long text reaches it. */
interface Bounded {
  readonly file: string;
  /** How the expression begins. */
  readonly begins: string;
  /** The longest text that reaches it, in UTF-16 code units, and the code beside it that sees to that. */
  readonly longest: number;
  readonly seenToBy: string;
}

const PROMOTION = {
  file: 'src/knowledge/intake/wire-copy/promotion.ts',
  longest: 420,
  seenToBy: 'const LONGEST = 420;',
};

const BOUNDED: readonly Bounded[] = [
  // A quoted value may hold what begins a tag; encodings are declared in the first bytes of a page.
  {
    file: 'src/knowledge/intake/decode/declared.ts',
    begins: '<meta(?=',
    longest: 1024,
    seenToBy: 'bytes.subarray(0, HEAD_BYTES)',
  },
  // A day, a time and a zone have the same marks between them and in them.
  {
    file: 'src/knowledge/intake/transcript/header.ts',
    begins: '^(?:(?:mon|tues?|wed',
    longest: 100,
    seenToBy: 'if (line.length > 100) return null;',
  },
  // Names, and then an outlet's, with any of many marks and words between them.
  {
    file: 'src/knowledge/intake/web-page/byline.ts',
    begins: '^(.*?)(?:\\s*[|',
    longest: 200,
    seenToBy: '.filter((name) => name.length <= LONGEST_NAME)',
  },
  // One word, and somewhere behind it another.
  { ...PROMOTION, begins: '(?:^|[.!?] )(?:sign[- ]?up' },
  { ...PROMOTION, begins: '(?:^|[.!?] )(?:(?:please )?(?:support' },
  { ...PROMOTION, begins: '^(?:contact|e-?mail|reach' },
  { ...PROMOTION, begins: '^\\({1,2}(?=[^()]*' },
  { ...PROMOTION, begins: '^[“"‘]|[“"].*\\b(?:said' },
];

/** Made from what somebody writes who measures answers on files of their own: no text of anybody else reaches it. */
const OF_MEASURING = 'src/evaluation/sets/patterns.ts';

const { written, calls } = expressionsIn('src');

/** Loads what makes expressions as it is loaded, and calls what makes them as it is called. */
async function makeThem(): Promise<void> {
  for (const file of new Set(calls.map((call) => call.file))) await import(/* @vite-ignore */ `../${file}`);
  const { mentions } = await import('../src/bots/discord/payloads/question-text.ts');
  mentions('<@7> who won?', '7');
  const { onHome } = await import('../src/bots/slack/listeners/home.ts');
  onHome({ event: () => undefined, action: () => undefined } as never, () => undefined as never);
  const { askingWords } = await import('../src/knowledge/questions/form.ts');
  askingWords('who won');
  const { headsOf } = await import('../src/knowledge/intake/transcript/heads.ts');
  headsOf('Ada Moss, host: Good evening.');
  const { outletSaid } = await import('../src/knowledge/intake/transcript/outlet.ts');
  outletSaid(['Good evening.']);
  const { hider } = await import('../src/log/hider.ts');
  hider(['a.secret*of+some^kind$with{2}(marks)|in[it]\\and/more-'])('a line');
}

const { made, unmade } = await madeMeanwhile(calls, makeThem);

function boundOf({ where, source }: Expression): Bounded | undefined {
  return BOUNDED.find(({ file, begins }) => where.startsWith(`${file}:`) && source.startsWith(begins));
}

/** Those of whose steps no bound is known, each once. */
function growing(expressions: readonly Expression[]): string[] {
  const each = new Map(expressions.map((one) => [`/${one.source}/${one.flags}`, one]));
  return [...each].flatMap(([form, one]) => {
    if (boundOf(one) !== undefined) return [];
    const growth = growthOf(one.source, one.flags);
    return growth === null ? [] : [`${one.where} ${form} ${growth}`];
  });
}

describe('every regular expression', () => {
  it('is found, also those that are put together', () => {
    expect(written.length).toBeGreaterThan(1_000);
    expect(made.length).toBeGreaterThan(60);
    expect([...new Set(unmade.map(({ file }) => file))]).toEqual([OF_MEASURING]);
  });

  it('takes steps in proportion to its text where it is written out', { timeout: 200_000 }, () => {
    expect(growing(written)).toEqual([]);
  });

  it('takes steps in proportion to its text where it is put together', { timeout: 100_000 }, () => {
    expect(growing(made)).toEqual([]);
  });

  it.each(BOUNDED)('that does not is reached by no long text: $file, $begins', (bounded) => {
    expect(written.filter((one) => boundOf(one) === bounded)).toHaveLength(1);
    expect(readFileSync(bounded.file, 'utf8')).toContain(bounded.seenToBy);
    expect(bounded.longest).toBeLessThanOrEqual(1_024);
  });
});

describe('what looks for growth', () => {
  it.each([
    ['a loop in a loop', '^(?:a+)+$', ''],
    ['two ways through one loop', '^(?:a|a)+$', ''],
    ['two loops over the same', '^\\s*a?\\s*$', ''],
    ['a search that begins anywhere', '\\s+$', ''],
    ['a search for two words', '\\bwho\\b.*\\bwhat\\b', 'i'],
    ['pieces of several characters', '^(?:ab)*(?:ab)*$', ''],
    ['what stands behind', '(?<=^\\s*)-', 'g'],
    ['marks that stay open', '“[^”]*”', 'g'],
    ['a line that goes on', '(?:the post .* appeared on .*)$', 'u'],
  ])('finds %s', (_name, source, flags) => {
    expect(growthOf(source, flags)).not.toBeNull();
  });

  it.each([
    ['(?<!\\s)\\s+$', ''],
    ['^\\s*(?:a\\s*)?$', ''],
    ['(?=(a+))\\1b', 'y'],
    ['^[^“]*“[^”]*”', 'u'],
    ['-(?<=^\\s*-)', 'g'],
    ['\\bwho\\b.{0,40}\\bwhat\\b', 'i'],
    ['[[a-z]--[aeiou]]+', 'v'],
  ])('finds nothing in /%s/%s', (source, flags) => {
    expect(growthOf(source, flags)).toBeNull();
  });
});
