import { z } from 'zod';
import {
  type Answer,
  type Answered,
  type Citation,
  MOST_QUESTIONS,
  type Quote,
  type Span,
  type StaleStory,
} from '../../../knowledge/index.ts';
import { exact } from './exact.ts';

/** An Answer, and what it is made of. */

const offset = z.int().min(0);
export const text = z.string();
export const maybe = text.nullable().describe('`null` where nobody has stated it.');
export const slug = text.describe("The story's slug.");
export const date = text
  .nullable()
  .describe('ISO 8601 date or date-time; `null` where nobody has stated it.');
export const kind = z
  .enum(['report', 'transcript', 'digest'])
  .describe('A `digest` is in words of our own about the reporting of the outlet.');

const span = exact<Span>()(
  z
    .strictObject({ start: offset, end: offset })
    .describe('A stretch of the text of a quote in UTF-16 code units; `end` is exclusive.'),
);

const citation = exact<Citation>()(
  z
    .strictObject({
      article: text.describe("The article's id within its story."),
      story: slug,
      outlet: maybe,
      kind,
      headline: maybe,
      published: date,
      updated: date,
      speaker: text.nullable(),
      turn: z.int().min(1).nullable().describe('In a transcript that names nobody, the number of the turn.'),
      caption: z.boolean().describe('Whether it is the caption of a photograph.'),
      url: maybe,
      link: text.nullable().describe('`url` with a text fragment that scrolls to the quote.'),
    })
    .describe('Where a quote comes from.'),
);

const quote = exact<Quote>()(
  z
    .strictObject({
      text: text.describe('Letter for letter as it stands in the article.'),
      emphasis: z
        .array(span)
        .describe('The words that answer, in order, not overlapping; none where that is not sure.'),
      before: text.describe('The sentence before it; empty at the start of the article.'),
      after: text.describe('The sentence after it; empty at the end of the article.'),
      citation,
      start: offset.describe('Where it begins in the body of the article, in UTF-16 code units.'),
      end: offset.describe('Where it ends, exclusive.'),
      also: z.array(citation).describe('Other articles with nearly the same sentence, best first.'),
      relation: z
        .enum(['same', 'other-number', 'later', 'earlier', 'other-step'])
        .nullable()
        .describe('How it stands to the first quote; `null` for the first, and for the nearest.'),
      newest: z.boolean().describe('Whether its report is known to be later than those of all other quotes.'),
    })
    .describe('Verbatim text of an article.'),
);

const staleStory = exact<StaleStory>()(
  z
    .strictObject({
      story: slug,
      title: text,
      since: text.nullable().describe('ISO 8601 date-time at which its feed was read last.'),
    })
    .describe('A story whose feed has not been read for long: there may be news that is not in the library.'),
);

const asked = {
  question: text.describe('As it was asked; of several, the part of it that this answers.'),
  confidence: z.number().min(0).max(1).describe('How likely the first quote answers, or how near it came.'),
  related: z.array(text).max(3).describe('Questions that the stories do answer, nearest first.'),
  stale: z.array(staleStory),
  tookMs: z.number().min(0).describe('Time from question to answer in ms.'),
};

/** Looked at only when all schemas are there: they lead back to where they begin. */
const further = (): z.ZodArray<z.ZodType<Answer>> =>
  z
    .array(answer)
    .max(MOST_QUESTIONS)
    .describe('The answers to the other questions of the same message, in order; none as a rule.');

const difference = z
  .strictObject({
    kind: z.enum(['numbers', 'steps']),
    between: z.tuple([offset, offset]).describe('Indexes into `quotes`, the earlier report first.'),
    ordered: z.boolean().describe('Whether it is known that the second of them was reported later.'),
  })
  .describe('In what two sources of an answer differ.');

const answered = exact<Answered>()(
  z.strictObject({
    ...asked,
    get further() {
      return further();
    },
    status: z.literal('answered'),
    quotes: z.tuple([quote], quote).describe('Best first; those of other sources that say the same follow.'),
    difference: difference.nullable(),
  }),
);

const unanswered = exact<Extract<Answer, { status: 'unanswered' }>>()(
  z.strictObject({
    ...asked,
    get further() {
      return further();
    },
    status: z.literal('unanswered'),
    reason: z
      .enum(['unsure', 'not-in-story', 'empty', 'too-long', 'no-story', 'too-many'])
      .describe(
        '`unsure`: something comes close; `not-in-story`: nothing does; `empty`: nothing was asked; `too-long`: more than 1,000 characters; `no-story`: there is no such story, or it is not open here; `too-many`: the rest of a message with more than three questions.',
      ),
    quotes: z.tuple([]),
    nearest: z.array(quote).max(3).describe('To be shown only as the closest that the story comes.'),
  }),
);

const answer = exact<Answer>()(
  z.discriminatedUnion('status', [answered, unanswered]).meta({
    discriminator: {
      propertyName: 'status',
      mapping: {
        answered: '#/components/schemas/Answered',
        unanswered: '#/components/schemas/Unanswered',
      },
    },
  }),
);

/** By the names that they have in the document. */
export const ANSWER_SCHEMAS = {
  Span: span,
  Citation: citation,
  Quote: quote,
  StaleStory: staleStory,
  Difference: difference,
  Answered: answered,
  Unanswered: unanswered,
  Answer: answer,
};
