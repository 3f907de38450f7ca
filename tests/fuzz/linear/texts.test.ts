import { describe, it } from 'vitest';
import { questionText } from '../../../src/bots/discord/payloads/question-text.ts';
import { escaped } from '../../../src/bots/discord/rendering/markdown.ts';
import { evidenceOf } from '../../../src/knowledge/evidence.ts';
import { readMaterial } from '../../../src/knowledge/intake/index.ts';
import { readTranscript } from '../../../src/knowledge/intake/transcript.ts';
import { kindOf } from '../../../src/knowledge/question-kind.ts';
import { rolesOf } from '../../../src/knowledge/question-roles.ts';
import { partsOf, questionIn } from '../../../src/knowledge/questions/parts.ts';
import { sentencesOf } from '../../../src/knowledge/sentences.ts';
import { hider } from '../../../src/log/hider.ts';
import { holds } from '../support/holds.ts';
import { pumpedText } from '../support/hostile.ts';

/** The longest question that a bot hands over, in UTF-16 code units. */
const QUESTION = 40_000;
/** A long article has a tenth of it. */
const MATERIAL = 200_000;

const ARTICLE = {
  id: 'a',
  story: 'b',
  outlet: null,
  headline: null,
  byline: null,
  published: null,
  updated: null,
  url: null,
  kind: 'report',
  language: 'en',
} as const;

const many = (piece: string, length: number, after = '') =>
  `${piece.repeat(Math.floor(length / piece.length))}${after}`;

describe('a text that repeats one piece over and over', () => {
  it('is read as a question within the budget', () => {
    holds(
      pumpedText(QUESTION),
      (text) => {
        for (const part of partsOf(text, (same) => same).slice(0, 3)) questionIn(part);
        kindOf(text);
        rolesOf(text);
      },
      {
        share: 0.1,
        kept: [
          // Each joint had all that stands behind it read once more.
          many('hi, ', QUESTION),
          many('who won and ', QUESTION),
          // Each end of a sentence had all that stands before it read once more.
          many('Nov. ', QUESTION),
          many('"a. ', QUESTION),
          many('is ', QUESTION),
          many(' ', QUESTION, '?x'),
        ],
      },
    );
  });

  it('is read as an article within the budget, whatever it looks like', () => {
    holds(pumpedText(MATERIAL), read, {
      share: 0.05,
      kept: [
        // Pictures, links and tags that stay open.
        `# A\n\n${many('![', MATERIAL)}`,
        `# A\n\n${many('![](', MATERIAL)}`,
        many('[', MATERIAL),
        many('[a](https://', MATERIAL),
        // Spaces behind the subject of a letter, in front of a colon, and before nothing.
        `Subject: ${many('re   ', 400)}`,
        // Forwarded in two spellings, one of them in the other; a point that ends a word, or stands behind it.
        `Subject: ${many('fw: ', 200, 'x'.repeat(200))}\nFrom: Ada\n\nThe ferry sails.`,
        `The ferry sails\n\n0.${many('AM. ', 200, 'x')}\n\nThe ferry sailed on Monday, said Ada Moss.`,
        // Parts of a caption, and an address in brackets, that can be divided in a million ways.
        many(`J${many(' -', 296)}\n\n`, 3_000),
        many(`(${many('@.a', 416)}\n\n`, 20_000),
        `# ${many(' # ', MATERIAL, 'x')}`,
      ],
    });
  });

  it('is read as a transcript within the budget', () => {
    holds(
      pumpedText(MATERIAL),
      (text) => {
        try {
          readTranscript(text);
        } catch (error) {
          if (!(error instanceof Error && 'code' in error)) throw error;
        }
      },
      {
        share: 0.05,
        kept: [
          // Each could be a note of sound in two ways, and all of them together in as many as there are atoms.
          many('[LAUGHTER ALL] ', 1_200, 'x'),
          many('[PROTESTERS]', 1_200, 'x'),
          // A time in brackets is both.
          `Ada${many('[0:00]', 1_200)}`,
          `Ada ${many('0:00.000:00', 1_200)}`,
          many('♪ ', 400, 'x'),
          `ADA MOSS, ${many(' ', 20_000, 'x')}`,
          `Ada${many('-', 20_000, 'x')}`,
          many('(laughs). ', 20_000, 'x'),
        ],
      },
    );
  });

  it('is divided, written for Discord and taken into the log within the budget', () => {
    const hide = hider(['a-secret-of-ours']);
    holds(
      pumpedText(MATERIAL),
      (text) => {
        sentencesOf({ ...ARTICLE, body: text });
        for (const kind of ['score', 'name', 'organisation'] as const) evidenceOf(kind, text, new Set());
        escaped(text);
        questionText(text);
        hide(text);
      },
      {
        share: 0.1,
        kept: [
          many('-a', MATERIAL),
          many('a+', MATERIAL, '://@'),
          many('\n', MATERIAL, '-'),
          many('in Tarn, Ada, ', MATERIAL),
          many('1-2, ', MATERIAL),
        ],
      },
    );
  });
});

function read(text: string): void {
  try {
    readMaterial({ text, name: null, address: null, contentType: null });
  } catch (error) {
    // What is no article is refused, and says so.
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}
