import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCustomId } from '../../../src/bots/discord/payloads/custom-id.ts';
import { renderReply } from '../../../src/bots/discord/render.ts';
import { freshView } from '../../../src/bots/discord/rendering/actions.ts';
import { escaped } from '../../../src/bots/discord/rendering/markdown.ts';
import type { Reply, ReplyPart, SingleReply } from '../../../src/bots/reply.ts';
import { TOO_LONG_TO_SHOW } from '../../../src/bots/reply.ts';
import { type Json, refusalOf } from '../../support/discord-server/payload.ts';
import { type Seen, seen } from '../../support/discord-server/shown.ts';
import { answeredWith, quoteOf } from '../../support/quotes.ts';
import { holds } from '../support/holds.ts';
import { hostileText, pumpedText } from '../support/hostile.ts';

const text = fc.oneof({ weight: 8, arbitrary: hostileText() }, { weight: 1, arbitrary: pumpedText(6_000) });
const offset = fc.oneof(
  fc.integer({ min: -5, max: 200 }),
  fc.constantFrom(Number.NaN, -1, 2 ** 53, 1e308, 0.5, Number.POSITIVE_INFINITY),
);
const date = fc.constantFrom(null, '2024-03-03', '2024-03-03T12:00Z', '0000-01-01', '9999-12-31T23:59:59Z');
const citation = fc.record({
  outlet: fc.option(text),
  headline: fc.option(text),
  speaker: fc.option(text),
  published: date,
  updated: date,
  link: fc.oneof(
    fc.constant(null),
    text,
    hostileText(2).map((end) => `https://news.example/${end}`),
  ),
});
const quote = fc
  .record({
    text: text.filter((each) => each.trim() !== ''),
    emphasis: fc.array(fc.record({ start: offset, end: offset }), { maxLength: 4 }),
    before: text,
    after: text,
    citation,
    also: fc.array(citation, { maxLength: 2 }),
    newest: fc.boolean(),
  })
  .map(({ also, ...made }) =>
    quoteOf({ ...made, also: also.map((each) => quoteOf({ citation: each }).citation) }),
  );
const texts = fc.array(text, { maxLength: 3 });
const single: fc.Arbitrary<SingleReply> = fc.oneof(
  fc.record({ first: quote, others: fc.array(quote, { maxLength: 3 }), notes: texts }).map(
    ({ first, others, notes }): SingleReply => ({
      kind: 'answer',
      answer: answeredWith([first, ...others]),
      notes,
    }),
  ),
  fc.record({
    kind: fc.constant('unanswered' as const),
    sentence: fc.constant('The story does not say.'),
    nearest: fc.array(quote, { maxLength: 3 }),
    notes: texts,
    suggestions: texts,
  }),
  fc.record({ kind: fc.constant('gone' as const), texts, sentence: fc.constant('It was withdrawn.') }),
  fc.record({
    kind: fc.constant('notice' as const),
    sentence: fc.constant('There is no such story here.'),
    suggestions: texts,
  }),
);
const anyPart: fc.Arbitrary<ReplyPart> = fc.record({ question: fc.option(text), reply: single });
const reply: fc.Arbitrary<Reply> = fc.oneof(
  single,
  fc
    .tuple(anyPart, fc.array(anyPart, { maxLength: 5 }))
    .map(([first, others]): Reply => ({ kind: 'several', parts: [first, ...others] })),
);
const view = fc.option(
  fc
    .record({
      opened: fc.uniqueArray(fc.constantFrom('context0', 'sources0', 'context1', 'sources2', 'told')),
      shareable: fc.boolean(),
      heading: fc.option(text),
      by: fc.option(text),
      paged: fc.boolean(),
    })
    .map(({ opened, ...more }) => freshView('abcdefghijklmnop', { ...more, opened: new Set(opened) })),
);

/** Every line end is one to a reader. */
const linesOf = (each: string) =>
  each
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.trim());
const quotesIn = (each: SingleReply) =>
  each.kind === 'answer'
    ? each.answer.quotes.flatMap(({ text, before, after }) => [text, before, after])
    : each.kind === 'unanswered'
      ? each.nearest.map(({ text }) => text)
      : each.kind === 'gone'
        ? each.texts
        : [];
const singles = (made: Reply) => (made.kind === 'several' ? made.parts.map(({ reply }) => reply) : [made]);

/** What has to stand there of each question, however little room there is. */
function shows({ text, quotes }: Seen, each: SingleReply): boolean {
  if (each.kind !== 'answer') return text.includes(each.sentence);
  return quotes.length > 0 || text.includes(TOO_LONG_TO_SHOW);
}

/** A heading that doubles by its escapes left no room for what came of its question, which was then not told. */
const SIX_LONG_HEADINGS = {
  reply: {
    kind: 'several' as const,
    parts: [part('['), part('*'), part('_'), part('~'), part('|'), part('`')] as [ReplyPart, ...ReplyPart[]],
  },
  view: freshView('abcdefghijklmnop', { heading: '['.repeat(150), by: '['.repeat(120) }),
};
function part(mark: string): ReplyPart {
  const notice = { kind: 'notice', sentence: 'There is no such story here.', suggestions: [] } as const;
  return { question: mark.repeat(150), reply: notice };
}

it('whatever is in a reply, Discord takes both forms of it, acts on nothing, and every question has its answer', () => {
  holds(
    fc.record({ reply, view }),
    ({ reply, view }) => {
      const { components, content } = renderReply(reply, view);
      const rich: Json = { flags: 1 << 15, components };
      for (const message of [rich, { flags: 4, content }]) {
        expect(refusalOf(message)).toBeNull();
        const shown = seen(message);
        const isStruck = singles(reply).some(({ kind }) => kind === 'gone');
        expect(shown.surprises.filter((mark) => !(isStruck && mark === '~'))).toEqual([]);
        for (const each of singles(reply)) expect(shows(shown, each)).toBe(true);
        const all = new Set(singles(reply).flatMap(quotesIn).flatMap(linesOf));
        for (const line of shown.quotes.flatMap(linesOf)) {
          expect(all).toContain(isStruck ? line.replace(/^~~(.*)~~$/s, '$1') : line);
        }
      }
      const ids = seen(rich).buttons.map(({ custom_id }) => custom_id ?? '');
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(readCustomId(id)).not.toBeNull();
    },
    { share: 0.3, kept: [SIX_LONG_HEADINGS] },
  );
});

it('an escaped text is read letter for letter, and is at most twice as long', () => {
  holds(text, (made) => {
    const written = escaped(made);
    expect(written.length).toBeLessThanOrEqual(2 * made.length);
    expect(written.replace(/\\([^0-9A-Za-z\s])/gu, '$1')).toBe(made);
  });
});
