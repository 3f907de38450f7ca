import { type Html, html } from '../../html.ts';
import type { Quote } from '../../knowledge/index.ts';
import { besidesOf } from '../besides.ts';
import {
  ALSO_HEADING,
  NEAREST_HEADING,
  type Reply,
  type SingleReply,
  SUGGESTIONS_HEADING,
} from '../reply.ts';
import { wellFormed } from '../text.ts';
import { queryOf, type WebAsking } from './asking.ts';
import { type Look, quotation } from './quotation.ts';

/** What is asked of whom: the questions that are offered are asked of the same. */
type Of = Pick<WebAsking, 'story'>;
type Level = 2 | 3;

/**
 * Writes a reply as HTML. Whatever was written by others is escaped, and turns nothing around it.
 *
 * @param reply what to show
 * @param of which story is asked
 * @returns what stands under the question, which is the page's only heading of the first level
 */
export function renderReply(reply: Reply, of: Of): Html {
  if (reply.kind !== 'several') return renderSingle(reply, of, 2);
  const parts = reply.parts.map(({ question, reply: part }) =>
    question === null
      ? html`<section class="part">${renderSingle(part, of, 3)}</section>\n`
      : html`<section class="part"><h2 class="asked" dir="auto">${wellFormed(question)}</h2>\n${renderSingle(part, of, 3)}</section>\n`,
  );
  return html`${parts}`;
}

function renderSingle(reply: SingleReply, of: Of, level: Level): Html {
  switch (reply.kind) {
    case 'answer': {
      const { differing, same } = besidesOf(reply.answer);
      const first = quotation(reply.answer.quotes[0], 'lead');
      const top =
        differing === null
          ? html`${first}${noted(reply.notes)}`
          : html`<div class="differing">
${first}<p class="differs">${differing.sentence}</p>
${quotation(differing.quote, 'lead')}</div>
${noted(reply.notes)}`;
      return html`${top}${quotations(ALSO_HEADING, same, 'also', level)}`;
    }
    case 'unanswered': {
      const { sentence, nearest, notes, suggestions } = reply;
      return html`<p class="verdict">${sentence}</p>
${noted(notes)}${quotations(NEAREST_HEADING, nearest, 'near', level)}${suggested(suggestions, of, level)}`;
    }
    case 'gone':
      return html`${reply.texts.map((text) => html`<p class="withdrawn" dir="auto"><s>${wellFormed(text)}</s></p>\n`)}<p class="verdict">${reply.sentence}</p>
`;
    case 'notice':
      return html`<p class="verdict" data-sentence>${reply.sentence}</p>
${suggested(reply.suggestions, of, level)}`;
  }
}

function noted(notes: readonly string[]): readonly Html[] {
  return notes.map((note) => html`<p class="note" dir="auto">${wellFormed(note)}</p>\n`);
}

function quotations(heading: string, quotes: readonly Quote[], look: Look, level: Level): Html {
  if (quotes.length === 0) return html``;
  return html`<section class="quotations ${look}">${headed(heading, level)}
<div class="sides">
${quotes.map((quote) => quotation(quote, look))}</div></section>
`;
}

function suggested(questions: readonly string[], { story }: Of, level: Level): Html {
  if (questions.length === 0) return html``;
  const items = questions.map(
    (text) =>
      html`<li><a href="/${queryOf({ text, story, earlier: [] })}"><bdi>${wellFormed(text)}</bdi></a></li>\n`,
  );
  return html`<section class="suggested">${headed(SUGGESTIONS_HEADING, level)}
<ul class="questions">
${items}</ul></section>
`;
}

function headed(text: string, level: Level): Html {
  return level === 2 ? html`<h2 class="kicker">${text}</h2>` : html`<h3 class="kicker">${text}</h3>`;
}
