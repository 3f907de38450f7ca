import { describe, expect, it } from 'vitest';
import { questionChoices, storyChoices } from '../../../src/bots/discord/commands/autocomplete.ts';
import { renderReply } from '../../../src/bots/discord/render.ts';
import { freshView } from '../../../src/bots/discord/rendering/actions.ts';
import { escaped } from '../../../src/bots/discord/rendering/markdown.ts';
import type { Reply } from '../../../src/bots/reply.ts';
import type { Quote, Story } from '../../../src/knowledge/index.ts';
import { seen } from '../../support/discord-server/shown.ts';
import { articleFile, libraryFolder } from '../../support/library-folder.ts';
import { answeredWith, quoteOf } from '../../support/quotes.ts';
import { openServerRoom, shown } from './server-room.ts';

const answer = (quote: Quote): Reply => ({ kind: 'answer', answer: answeredWith([quote]), notes: [] });
const linksIn = (headline: string) => {
  const quote = quoteOf({ citation: { headline, link: 'https://news.example/a' } });
  return seen({ content: renderReply(answer(quote)).content });
};

describe('a quotation', () => {
  it.each(['\n', '\r', '\r\n', '\u2028', '\u2029'])(
    'cannot end its block with %j and go on as our source line',
    (end) => {
      const text = `It passed.${end}-# The Gazette · Mayor resigns`;
      for (const reply of [
        answer(quoteOf({ text })),
        { kind: 'gone', texts: [text], sentence: 'x' } as const,
      ]) {
        // As Discord reads it: a carriage return is a line feed to it.
        const lines = renderReply(reply).content.split(/\r\n?|[\n\u2028\u2029]/);
        const forged = lines.filter((line) => line.includes('Gazette'));
        expect(forged).toHaveLength(1);
        expect(forged[0]).toMatch(/^> (?:~~)?\\-#/);
      }
    },
  );

  it('turns none of our words around, however it is written', () => {
    const headline = '\u202eecilop\u2066 \u2067';
    const view = freshView('id', { heading: headline, by: headline });
    const quote = quoteOf({
      text: 'It \u202edessap.',
      citation: { headline, outlet: headline, speaker: headline },
    });
    for (const line of renderReply(answer(quote), view).content.split('\n')) {
      if (!line.startsWith('> ')) expect(line).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    }
  });
});

describe('the line under a quotation', () => {
  const of = (citation: Partial<Quote['citation']>) =>
    renderReply(answer(quoteOf({ citation: { published: '2024-03-03', ...citation } })))
      .content.split('\n')
      .at(-1);

  it('keeps to itself the direction of what is read from the right: a date behind it stays as it is', () => {
    const [outlet, headline, link] = ['הארץ', 'המעבורת', 'https://news.example/a'];
    expect(of({ outlet, headline, link })).toContain(
      '-# \u2068הארץ\u2069 · \u2068[המעבורת](<https://news.example/a>)\u2069 · 3 Mar 2024',
    );
    expect(of({ outlet, headline: `${headline}*`, link })).toContain('\u2068המעבורת\\*\u2069 · [read');
    expect(of({ headline, link: null })).toContain('\u2068המעבורת\u2069 · 3 Mar 2024');
  });

  it('is no higher than a line, whatever marks are piled up in it, and shows them in the quotation', () => {
    const piled = `e${'\u0301'.repeat(300)}`;
    expect(of({ outlet: piled, headline: piled })).not.toMatch(/\u0301{4}/);
    const { content } = renderReply(answer(quoteOf({ text: `Th${piled} ferry left.` })));
    expect(content).toContain(piled);
  });
});

describe('what Discord acts on', () => {
  it.each([
    ['an address that white space is taken out of', 'https:\f//evil.example'],
    ['an invitation without a scheme', 'discord.gg/abc'],
    ['another', 'join at discord.com/invite/abc'],
  ])('is escaped: %s', (_, text) => {
    expect(escaped(text).replace(/[\f\v]/g, '')).not.toMatch(/https:\/\/|\.gg\/|\.com\/invite/);
    expect(escaped(text).replace(/\\([^0-9A-Za-z\s])/gu, '$1')).toBe(text);
  });

  it.each([
    'reuters.com',
    'Read it at www.reuters.com',
    'https://reuters.com',
    'reuters.com/a',
    'reuters.\u200bcom',
    'reuters\u00ad.com',
    '\uff52\uff54\uff0e\uff43\uff4f\uff4d',
    'новости.рф',
  ])('is no link whose text names another host: %s', (headline) => {
    const { text, links } = linksIn(headline);
    expect(links).toEqual(['https://news.example/a']);
    expect(text).toContain(`${headline} · read it at the source`);
  });

  it.each(['1\ufe0f\u20e3 reason', '\u{1f3fb} reason'])(
    'is no link whose text Discord takes for an emoji: %s',
    (headline) => {
      expect(linksIn(headline).text).toContain(`${headline} · read it at the source`);
    },
  );

  it('is no link of which nothing can be seen', () => {
    expect(linksIn('\u200b\u2060').text).toContain('read it at the source');
  });
});

describe('what is offered', () => {
  const story = {
    slug: 'ferry',
    title: '\u202e\u200b',
    aliases: [],
    questions: ['\u200b', '\ud800 when?', ' \u2060 ', 'Who \u202eevoted?', '@everyone?'],
  } as unknown as Story;

  it('has a name that can be seen, and no half characters, for which Discord would refuse all of it', () => {
    expect(questionChoices('', [story]).map(({ name }) => name)).toEqual([
      '\ufffd when?',
      'Who evoted?',
      '@everyone?',
    ]);
    expect(questionChoices('', [story]).map(({ value }) => value)[0]).toBe('\ufffd when?');
    expect(storyChoices('', [story], false)).toEqual([{ name: 'ferry', value: 'ferry' }]);
  });
});

it('a title is one line of what is set, whatever stands in it', async () => {
  const title = `The ferry\\n# @everyone \u202e ${'x'.repeat(5_000)}`;
  const folder = await libraryFolder({
    'ferry/story.yaml': `title: "${title}"\n`,
    'ferry/post.md': articleFile('The ferry left at noon.'),
  });
  const room = await openServerRoom(folder.path);
  const told = await room.command('nutgraf', { story: 'ferry' }, { permissions: 1n << 5n });
  expect(shown(told).text.split('\n')).toHaveLength(5);
  expect(shown(told).surprises).toEqual([]);
  expect(shown(told).text).not.toMatch(/\u202e/);
  expect(room.faults()).toEqual([]);
  await room.started.stop();
});
