import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Asking } from '../../../src/bots/asking.ts';
import type { Reply, ReplyPart, SingleReply } from '../../../src/bots/reply.ts';
import { renderReply } from '../../../src/bots/slack/render.ts';
import { homeView } from '../../../src/bots/slack/rendering/home.ts';
import {
  answerModal,
  askModal,
  settingsModal,
  storiesFor,
} from '../../../src/bots/slack/rendering/modals.ts';
import { sharedMessage } from '../../../src/bots/slack/rendering/shared.ts';
import { unfurlBlocks } from '../../../src/bots/slack/rendering/unfurl.ts';
import { weeklyMessage } from '../../../src/bots/slack/rendering/weekly.ts';
import type { Answered, Article, Citation, Quote, Story } from '../../../src/knowledge/index.ts';
import { answer, quote } from '../../bots/slack/samples.ts';
import { refusalOf, unfurlsRefusal, viewRefusal } from '../../support/slack-server/blocks.ts';
import type { Json } from '../../support/slack-server/json.ts';
import { pingsIn } from '../../support/slack-server/pings.ts';
import { seen } from '../../support/slack-server/shown.ts';
import { holds } from '../support/holds.ts';
import { hostileText, pumpedText } from '../support/hostile.ts';

const text = fc.oneof(
  { weight: 8, arbitrary: hostileText() },
  { weight: 1, arbitrary: pumpedText(20_000) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', ' ', '\u200b', '\u2800', '\u202e', '\u2067\u2067', '\u0301'.repeat(300)),
  },
);
const words = text.filter((made) => made !== '');
const address = fc.oneof(
  fc.constantFrom(null, 'https://a.example/x', 'javascript:alert(1)', 'https://a.example/|<!channel>|x'),
  text.map((made) => `https://a.example/${made}`),
);
const date = fc.constantFrom(null, '2024-03-03', '2024-03-03T10:00:00Z', 'soon', '9999-99-99');

const citation = fc.record({
  outlet: fc.option(text, { nil: null }),
  headline: fc.option(text, { nil: null }),
  speaker: fc.option(text, { nil: null }),
  published: date,
  updated: date,
  turn: fc.option(fc.nat(), { nil: null }),
  kind: fc.constantFrom<Citation['kind']>('report', 'digest', 'transcript'),
  link: address,
});
const quotes: fc.Arbitrary<Quote> = fc
  .record({
    said: words,
    of: citation,
    also: fc.array(citation, { maxLength: 3 }),
    before: text,
    after: text,
    at: fc.nat(50),
  })
  .map(({ said, of, also, before, after, at }) => {
    const made = quote(said, of, [{ start: at, end: at + 7 }]);
    return { ...made, before, after, also: also.map((each) => ({ ...made.citation, ...each })) };
  });
const several = fc.array(text, { maxLength: 5 });
const single: fc.Arbitrary<SingleReply> = fc.oneof(
  fc
    .record({ first: quotes, others: fc.array(quotes, { maxLength: 4 }), notes: several })
    .map(
      ({ first, others, notes }): SingleReply => ({ kind: 'answer', answer: answered(first, others), notes }),
    ),
  fc.record({
    kind: fc.constant('unanswered' as const),
    sentence: fc.constant('The story does not say.'),
    nearest: fc.array(quotes, { maxLength: 3 }),
    notes: several,
    suggestions: several,
  }),
  fc.record({
    kind: fc.constant('gone' as const),
    texts: fc.array(words, { maxLength: 4 }),
    sentence: fc.constant('Gone.'),
  }),
  fc.record({ kind: fc.constant('notice' as const), sentence: fc.constant('No.'), suggestions: several }),
);
const replies: fc.Arbitrary<Reply> = fc.oneof(
  { weight: 3, arbitrary: single },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.record({ question: fc.option(text), reply: single }), { minLength: 1, maxLength: 3 })
      .map(
        (parts): Reply => ({
          kind: 'several',
          parts: parts as unknown as readonly [ReplyPart, ...ReplyPart[]],
        }),
      ),
  },
);

function answered(first: Quote, others: readonly Quote[]): Answered {
  const rest = { confidence: 1, difference: null, related: [], stale: [], tookMs: 1, further: [] };
  return { question: 'what?', status: 'answered', quotes: [first, ...others], ...rest };
}

const stories: fc.Arbitrary<readonly Story[]> = fc.array(
  fc
    .record({
      title: text,
      slug: fc.stringMatching(/^[a-z0-9]{1,160}$/),
      questions: several,
      published: date,
    })
    .map(
      ({ published, ...story }) =>
        ({ ...story, aliases: [], articles: [{ published, updated: null }] }) as object as Story,
    ),
  { maxLength: 130 },
);

const TURNING = /[\u202A-\u202E\u2066\u2067]/;

/** Whether everything that is no quotation stays in the direction that our words have. */
function turnsNothing(sent: unknown): void {
  if (Array.isArray(sent)) {
    for (const each of sent) turnsNothing(each);
  } else if (typeof sent === 'object' && sent !== null) {
    const { type, text: said } = sent as Json;
    if (type === 'rich_text_quote') return;
    if (typeof said === 'string' && ['plain_text', 'mrkdwn', 'text'].includes(String(type))) {
      expect(said).not.toMatch(TURNING);
      expect(said.split('\u2068')).toHaveLength(said.split('\u2069').length);
    }
    for (const each of Object.values(sent)) turnsNothing(each);
  }
}

function isHarmless(sent: Json): void {
  expect(pingsIn(sent)).toEqual([]);
  turnsNothing(sent.blocks);
  expect(seen(sent).links.filter((link) => !/^https?:\/\//.test(link))).toEqual([]);
}

const asked: fc.Arbitrary<Asking> = fc.record({
  text,
  story: fc.option(text),
  earlier: fc.constant([]),
});

describe('whatever the library, people and Slack say', () => {
  it('makes messages that Slack takes, that ping nobody, and in which our words stay where they are', () => {
    const opened = fc.uniqueArray(fc.constantFrom('context0', 'sources0', 'context1', 'told'));
    const input = fc.record({ reply: replies, asking: asked, opened, shareable: fc.boolean(), who: text });
    const plain = {
      asking: { text: 'x', story: null, earlier: [] },
      opened: [] as never[],
      shareable: false,
    };
    const gone = (...texts: string[]): Reply => ({ kind: 'gone', texts, sentence: 'Gone.' });
    const kept = [
      // A sentence that is no longer said was struck however long it was, and the message refused.
      { ...plain, who: 'Ada', reply: gone('x'.repeat(13_000), 'short') },
      // A button, and a name, of which nothing is to be seen.
      {
        ...plain,
        who: '\u200b',
        reply: { kind: 'notice' as const, sentence: 'No.', suggestions: ['\u2060'] },
      },
      // An address that turned around what stands behind it.
      {
        ...plain,
        who: '\u202eAda',
        reply: answer(quote('Yes.', { link: 'https://a.example/\u202ex', headline: '' })),
      },
    ];
    holds(
      input,
      ({ reply, asking, opened, shareable, who }) => {
        const kept = JSON.stringify(asking).length > 500 ? 'AAAAAAAAAAAAAAAA' : null;
        const view = { state: { asking, opened: new Set(opened), kept }, shareable };
        for (const made of [
          renderReply(reply),
          renderReply(reply, view),
          sharedMessage(reply, view, asking.text, who),
        ]) {
          const rich = { text: made.text, blocks: made.blocks } as Json;
          expect(refusalOf(rich)).toBeNull();
          isHarmless(rich);
          expect(refusalOf({ text: made.plain, mrkdwn: false })).toBeNull();
          isHarmless({ text: made.plain });
          const modal = answerModal(asking.text, made) as object as Json;
          expect(viewRefusal(modal, 'modal')).toBeNull();
          isHarmless(modal);
        }
      },
      { kept, share: 0.5 },
    );
  });

  it('makes views that Slack takes and that ping nobody', () => {
    const mayChange = fc.constantFrom(null, 'members' as const, 'admins' as const);
    const input = fc.record({
      stories,
      recent: several,
      mayChange,
      story: fc.option(fc.constantFrom('a', 'gone')),
      typed: text,
    });
    holds(
      input,
      ({ stories, recent, mayChange, story, typed }) => {
        const home = homeView({ stories, recent, mayChange }) as object as Json;
        expect(viewRefusal(home, 'home')).toBeNull();
        isHarmless(home);
        for (const view of [askModal(stories), settingsModal(stories, { story: story ?? null }, 'C1')]) {
          expect(viewRefusal(view, 'modal')).toBeNull();
          isHarmless(view as object as Json);
        }
        const options = storiesFor(stories, typed);
        expect(options.length).toBeLessThanOrEqual(100);
        for (const option of options) isHarmless({ blocks: [option] });
      },
      { share: 0.3 },
    );
  });

  it('makes previews and reports that Slack takes and that ping nobody', () => {
    const line = fc.record({ text: fc.constant('Not answered:'), quoted: fc.option(text) });
    const input = fc.record({
      of: citation,
      questions: several,
      lines: fc.array(line, { minLength: 1, maxLength: 10 }),
    });
    holds(input, ({ of, questions, lines }) => {
      const article = {
        ...quote('x').citation,
        ...of,
        id: 'a',
        byline: null,
        language: 'en',
        body: '',
      } as Article;
      const preview = unfurlBlocks(article, questions);
      const unfurls = preview.length === 0 ? {} : { 'https://a.example/': { blocks: preview } };
      if (preview.length > 0) expect(unfurlsRefusal(unfurls)).toBeNull();
      expect(pingsIn({ unfurls })).toEqual([]);
      turnsNothing(unfurls);
      const { text: words, blocks } = weeklyMessage({ title: 'The week', lines });
      expect(refusalOf({ text: words, blocks })).toBeNull();
      isHarmless({ text: words, blocks } as Json);
    });
  });
});
