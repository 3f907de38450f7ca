import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { besidesOf } from '../../../src/bots/besides.ts';
import type { SingleReply } from '../../../src/bots/reply.ts';
import { ALSO_HEADING, NEAREST_HEADING, replyTo, SUGGESTIONS_HEADING } from '../../../src/bots/reply.ts';
import { sourceLine } from '../../../src/bots/source-line.ts';
import * as sections from '../../../src/bots/web/browser/embed/sections.ts';
import { sourceParts } from '../../../src/bots/web/browser/embed/source.ts';
import type { Answer, Citation, Quote } from '../../../src/knowledge/index.ts';

const LARGEST = 15 * 1024;
const date = fc.option(
  fc.constantFrom('2026-03-04', '2026-03-04T18:05:00Z', '2026-03-04T23:30:00-05:00', '2026-03-05', 'soon'),
);
const moment = fc.option(fc.constantFrom('2026-03-04T18:05:00Z', '2026-03-05T07:00:00+01:00'));
/** With names that look alike, and such as turn around what stands beside them. */
const hostile = fc.constantFrom(
  'The Post',
  'The P\u200bost',
  'Ｔｈｅ Post',
  '\u202eThe Post',
  `e${'\u0301'.repeat(30)}`,
);
const words = fc.option(fc.oneof(fc.string({ maxLength: 60 }), hostile));

const citation: fc.Arbitrary<Citation> = fc.record({
  article: fc.string(),
  story: fc.string(),
  outlet: words,
  kind: fc.constantFrom('report', 'transcript', 'digest'),
  headline: words,
  published: date,
  updated: date,
  speaker: words,
  turn: fc.option(fc.nat()),
  caption: fc.boolean(),
  url: fc.constant(null),
  link: fc.constant(null),
});

const quote: fc.Arbitrary<Quote> = fc.record({
  text: fc.string(),
  emphasis: fc.constant([]),
  before: fc.constant(''),
  after: fc.constant(''),
  citation,
  start: fc.nat(),
  end: fc.nat(),
  also: fc.array(citation, { maxLength: 4 }),
  relation: fc.constant(null),
  newest: fc.boolean(),
});

const base = {
  question: fc.oneof(fc.string(), fc.constantFrom('', '?!', 'Who steered the ferry?')),
  confidence: fc.constant(0.5),
  related: fc.array(fc.string(), { maxLength: 3 }),
  stale: fc.array(
    fc.record({
      story: fc.string(),
      title: fc.oneof(fc.string({ unit: 'grapheme', maxLength: 160 }), hostile),
      since: moment,
    }),
    {
      maxLength: 3,
    },
  ),
  tookMs: fc.constant(1),
};
const single: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({
    ...base,
    status: fc.constant('answered' as const),
    quotes: fc.tuple(quote, quote, quote),
    difference: fc.option(
      fc.record({
        kind: fc.constantFrom('numbers' as const, 'steps' as const),
        between: fc.constantFrom([0, 1] as const, [1, 0] as const, [0, 2] as const, [2, 0] as const),
        ordered: fc.boolean(),
      }),
    ),
    further: fc.constant([]),
  }),
  fc.record({
    ...base,
    status: fc.constant('unanswered' as const),
    reason: fc.constantFrom('unsure', 'not-in-story', 'empty', 'too-long', 'no-story', 'too-many'),
    quotes: fc.constant([] as const),
    nearest: fc.array(quote, { maxLength: 3 }),
    further: fc.constant([]),
  }),
);
const answer = fc
  .tuple(single, fc.array(single, { maxLength: 3 }))
  .map(([first, further]): Answer => ({ ...first, further }));

/** What the other bots show, in the widget's form. */
function expected(answer: Answer): unknown {
  const reply = replyTo(answer);
  if (reply.kind !== 'several') return [{ question: ownQuestion(answer), ...partOf(reply) }];
  return reply.parts.map((part) => ({ question: part.question, ...partOf(part.reply) }));
}

function ownQuestion(answer: Answer): string | null {
  return answer.status === 'unanswered' && answer.reason === 'too-many' ? null : answer.question;
}

function partOf(reply: SingleReply): object {
  const groups = groupsOf(reply).filter(({ quotes }) => quotes.length > 0);
  const notes = 'notes' in reply ? reply.notes : [];
  const suggestions = 'suggestions' in reply ? reply.suggestions : [];
  return { sentence: 'sentence' in reply ? reply.sentence : null, notes, groups, suggestions };
}

function groupsOf(reply: SingleReply) {
  if (reply.kind === 'unanswered') {
    return [{ kind: 'nearest', heading: NEAREST_HEADING, quotes: reply.nearest }];
  }
  if (reply.kind !== 'answer') return [];
  const { differing, same } = besidesOf(reply.answer);
  return [
    { kind: 'lead', heading: null, quotes: [reply.answer.quotes[0]] },
    {
      kind: 'differing',
      heading: differing?.sentence ?? null,
      quotes: differing === null ? [] : [differing.quote],
    },
    { kind: 'same', heading: ALSO_HEADING, quotes: same },
  ];
}

describe('the widget', () => {
  it('is small', () => {
    const script = readFileSync('dist/web/embed.js');
    expect(script.length).toBeGreaterThan(1000);
    expect(gzipSync(script).length).toBeLessThan(LARGEST);
  });

  it('shows what every bot shows, in the same words', () => {
    fc.assert(
      fc.property(answer, (any) => {
        expect(sections.sectionsOf(any)).toEqual(expected(any));
      }),
    );
    expect(sections.SUGGESTIONS_HEADING).toBe(SUGGESTIONS_HEADING);
  });

  it('names the source of a quotation as every bot does', () => {
    fc.assert(
      fc.property(quote, (any) => {
        const { link, ...parts } = sourceLine(any);
        expect(sourceParts(any)).toEqual(parts);
        expect(link).toBeNull();
      }),
    );
  });

  it('takes every answer for one, and nothing else', () => {
    fc.assert(fc.property(answer, (any) => sections.isAnswer(JSON.parse(JSON.stringify(any)))));
    fc.assert(fc.property(fc.jsonValue(), (any) => !sections.isAnswer(any)));
    const empty = { quotes: [], nearest: [], related: [], further: [], stale: [] };
    expect(sections.isAnswer({ ...empty, status: 'answered' })).toBe(false);
    expect(sections.isAnswer({ ...empty, status: 'unanswered', reason: 'toString' })).toBe(false);
    expect(sections.isAnswer({ ...empty, status: 'unanswered', reason: 'unsure' })).toBe(true);
  });
});
