import { counted } from '../../../../counted-words.ts';
import { type Html, html, theirs } from '../../../../html.ts';
import type { Knowledge } from '../../../../knowledge/index.ts';
import { leftOutHtml } from '../left-out.ts';
import { formHtml } from './form-page.ts';
import type { Looked } from './look.ts';
import { audienceHtml, changesText } from './told.ts';
import type { Typed } from './typed.ts';

interface Shown {
  readonly typed: Typed;
  readonly looked: Looked;
  /** What should be known first; `null` where nothing is. */
  readonly notice: string | null;
  readonly knowledge: Knowledge;
}

/** Characters of the text that are shown: no article is longer, and a page of 5 MB would not open on a phone. */
const SHOWN = 300_000;
/** Pieces that were left out, and characters of each. */
const PIECES = { most: 200, longest: 600 };
/** Sentences that have come or gone. */
const CHANGES = 200;

/**
 * @param shown what was read, and what would become of it
 * @returns the cleaned article with all that an editor should see before it is saved
 */
export function previewHtml({ typed, looked, notice, knowledge }: Shown): Html {
  const { draft, shelved, page } = looked;
  const seen = { ...typed, page: page?.id ?? '' };
  return html`${notice === null ? html`` : html`<p class="notice" role="alert">${notice}</p>`}
${fateHtml(looked, knowledge)}
${saveHtml(seen, looked)}
<div class="preview"><div class="preview-text"><h2>The text</h2>${textHtml(looked)}</div>
<div class="preview-facts">
<section><h2>What is known</h2>${detailsHtml(looked)}</section>
${changesHtml(looked)}
<section><h2>Left out</h2>${
    draft.leftOut.length === 0
      ? html`<p class="small">Nothing.</p>`
      : leftOutHtml(leftOf(typed, draft.leftOut), { ...PIECES, total: leftOf(typed, draft.leftOut).length })
  }</section></div></div>
${shelved.outcome === 'unchanged' ? html`` : saveHtml(seen, looked)}
<details class="again"><summary>Change something</summary>
${formHtml({ typed: seen, wrong: {}, stories: knowledge.stories })}</details>`;
}

/** Captions that are kept are not left out. */
function leftOf({ keepCaptions }: Typed, pieces: Looked['draft']['leftOut']) {
  return keepCaptions ? pieces.filter(({ reason }) => reason !== 'caption') : pieces;
}

function fateHtml({ shelved }: Looked, knowledge: Knowledge): Html {
  const { outcome, file, article, alsoIn, like } = shelved;
  const what = {
    added: html`Saving adds <code>${file}</code>.`,
    updated: html`Saving updates <code>${file}</code>: ${changesText(shelved)}.`,
    unchanged: html`<code>${file}</code> holds exactly this, so there is nothing to save.`,
  }[outcome];
  const also =
    alsoIn.length === 0
      ? html``
      : html`<p>${alsoIn.length === 1 ? 'The story' : 'The stories'} <code>${alsoIn.join(', ')}</code> ${alsoIn.length === 1 ? 'holds' : 'hold'} this article too.</p>`;
  const perhaps =
    like === null
      ? html``
      : html`<p>It shares sentences with <code>${like}</code>: if it is the same article, delete one of the two.</p>`;
  return html`<div class="fate"><p>${what}</p><p>${audienceHtml(article.story, knowledge)}</p>${also}${perhaps}</div>`;
}

function saveHtml({ fields, keepCaptions, page }: Typed, { shelved, mark }: Looked): Html {
  if (shelved.outcome === 'unchanged') return html``;
  const hidden = [
    ...Object.entries(fields),
    ['captions', keepCaptions ? 'yes' : ''],
    ['page', page],
    ['seen', mark],
  ].map(([name = '', value = '']) => html`<input type="hidden" name="${name}" value="${value}">`);
  return html`<form class="save" method="post" action="/desk/add/save" enctype="multipart/form-data">${hidden}<button class="button">Save</button></form>`;
}

const NAMES = {
  outlet: 'Outlet',
  headline: 'Headline',
  byline: 'Byline',
  published: 'Published',
  updated: 'Updated',
  url: 'Address',
  kind: 'Kind',
  language: 'Language',
} as const;
const DETAILS = Object.keys(NAMES) as (keyof typeof NAMES)[];

function detailsHtml({ shelved: { article }, draft }: Looked): Html {
  const rows = DETAILS.map((name) => {
    const value = article[name];
    const where = draft.stated[name];
    const needed = name === 'outlet' || name === 'headline' || name === 'published';
    const from = where === undefined ? html`` : html` <span class="small">${where}</span>`;
    const shown =
      value === null
        ? html`<span class="${needed ? 'missing' : 'small'}">not stated${needed ? ': quotations are shown with it' : ''}</span>`
        : html`${theirs(value)}${from}`;
    return html`<div><dt>${NAMES[name]}</dt><dd>${shown}</dd></div>`;
  });
  const doubts = (draft.doubts ?? []).map((doubt) => html`<p class="doubt">${theirs(doubt)}</p>`);
  return html`<dl class="details">${rows}</dl>${doubts}`;
}

function textHtml({ shelved: { article, sentences } }: Looked): Html {
  const paragraphs = article.body.split('\n\n');
  const counts = `${counted(paragraphs.length, 'paragraph', 'paragraphs')}, ${counted(sentences, 'sentence', 'sentences')} that can be quoted.`;
  let length = 0;
  const fitting = paragraphs.filter((paragraph) => {
    length += paragraph.length;
    return length <= SHOWN;
  });
  const rest = paragraphs.length - fitting.length;
  const more =
    rest > 0
      ? html`<p class="small">And ${counted(rest, 'other paragraph', 'other paragraphs')}, too long to show here: they are saved too.</p>`
      : html``;
  return html`<p class="small">${counts}</p><div class="cleaned" dir="auto" lang="${article.language}">${fitting.map((paragraph) => html`<p dir="auto">${paragraph}</p>`)}</div>${more}`;
}

function changesHtml({ shelved: { outcome, fresh, gone } }: Looked): Html {
  if (outcome !== 'updated') return html``;
  const list = (name: 'del' | 'ins', sentences: readonly string[]) =>
    sentences
      .slice(0, CHANGES)
      .map((text) =>
        name === 'del'
          ? html`<li><del><span class="unseen">Gone: </span>${theirs(text)}</del></li>`
          : html`<li><ins><span class="unseen">New: </span>${theirs(text)}</ins></li>`,
      );
  const rest = Math.max(0, fresh.length - CHANGES) + Math.max(0, gone.length - CHANGES);
  const more = rest > 0 ? html`<p class="small">And ${counted(rest, 'other', 'others')}.</p>` : html``;
  const none =
    fresh.length + gone.length === 0
      ? html`<p class="small">No sentence: only what is known of it.</p>`
      : html``;
  return html`<section><h2>Changes</h2>${none}<ul class="changes">${list('del', gone)}${list('ins', fresh)}</ul>${more}</section>`;
}
