import { counted } from '../../../../counted-words.ts';
import { type Html, html, theirs } from '../../../../html.ts';
import type { StoryInventory } from '../../../../knowledge/index.ts';
import type { IntakeRecord } from '../../../../knowledge/intake/index.ts';
import { dayText, momentText } from '../../../source-line.ts';
import { leftOutHtml } from '../left-out.ts';

type Listed = StoryInventory['articles'][number];

/**
 * @param slug of their story
 * @param articles those of a page
 * @param intake how they came into the library, by their ids
 * @returns a table; on a phone each row is a block, with the names of its columns in it
 */
export function articlesHtml(
  slug: string,
  articles: readonly Listed[],
  intake: ReadonlyMap<string, IntakeRecord>,
): Html {
  if (articles.length === 0) return html`<p class="empty">No article yet.</p>`;
  const rows = articles.map((article) => rowHtml(slug, article, intake.get(article.id) ?? null));
  return html`<table class="listing"><thead><tr><th scope="col">Article</th><th scope="col">Published</th><th scope="col" class="number">Sentences</th><th scope="col">File</th><th scope="col">Left out</th></tr></thead>
<tbody>${rows}</tbody></table>`;
}

function rowHtml(slug: string, article: Listed, record: IntakeRecord | null): Html {
  const { id, outlet, headline, published, updated, kind, sentences, modified, read } = article;
  const name = headline === null ? html`<i>no headline stated</i>` : theirs(headline);
  const nature = kind === 'report' ? '' : ` · ${kind}`;
  const changed = updated === null ? html`` : html`<span class="small">updated ${dayHtml(updated)}</span>`;
  return html`<tr><th scope="row" data-column="Article"><span class="named">${name}</span> <span class="small">${theirs(outlet ?? 'outlet not stated')}${nature}</span></th>
<td data-column="Published">${published === null ? html`<span class="small">not stated</span>` : dayHtml(published)} ${changed}</td>
<td data-column="Sentences" class="number">${sentences.toLocaleString('en')}</td>
<td data-column="File"><code>${slug}/${id}.md</code> <span class="small">changed ${timeHtml(modified)}</span> <span class="small">read ${timeHtml(read)}</span></td>
<td data-column="Left out">${recordHtml(record)}</td></tr>`;
}

const SOURCES = {
  file: 'a file',
  page: 'a page',
  feed: 'a feed',
  stdin: 'standard input',
  pasted: 'a text that was pasted',
} as const;

/** Pieces of each article that are on the page, and their characters: `nutgraf list --left-out` has the rest. */
const PIECES = { most: 20, longest: 200 };

function recordHtml(record: IntakeRecord | null): Html {
  if (record === null) return html`<span class="small">not known: written by hand</span>`;
  const { at, from, pieces, leftOut, doubts } = record;
  const name = from.name === null ? html`` : html` <span class="address">${from.name}</span>`;
  return html`<details><summary>${counted(pieces, 'piece', 'pieces')}</summary>
<p class="small">Added ${timeHtml(at)} from ${SOURCES[from.kind]}${name}</p>
${doubts.map((doubt) => html`<p class="doubt">${theirs(doubt)}</p>`)}
${leftOutHtml(leftOut, { ...PIECES, total: pieces })}</details>`;
}

/** The day that the outlet states, in its own time zone. */
function dayHtml(iso: string): Html {
  return html`<time datetime="${iso}">${dayText(iso) ?? iso}</time>`;
}

function timeHtml(iso: string): Html {
  return html`<time datetime="${iso}">${momentText(iso)}</time>`;
}
