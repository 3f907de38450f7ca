import { type Html, html } from '../../html.ts';
import type { Citation, Quote } from '../../knowledge/index.ts';
import { sourceLine } from '../source-line.ts';
import { oneLine, wellFormed } from '../text.ts';
import { articlePath } from './pages/addresses.ts';

/** How much a quotation weighs: it answers, it says the same, or it only comes near and is never shown as an answer. */
export type Look = 'lead' | 'also' | 'near';

/** Of an outlet's name in a link, in UTF-16 code units; the line above has the whole of it. */
const OUTLET = 40;
/** Stands for a headline that nobody has stated. */
const NO_HEADLINE = 'read the article';

/**
 * @param quote what is quoted
 * @param look how much it weighs
 * @returns the sentence with its source
 */
export function quotation(quote: Quote, look: Look): Html {
  const { citation } = quote;
  const [ours, theirs] = [readerAddress(quote), citation.link];
  return html`<figure class="quotation ${look}">
<blockquote cite="${citation.url ?? ours}"><p dir="auto">${look === 'near' ? wellFormed(quote.text) : emphasised(quote)}</p></blockquote>
<figcaption>${source(quote, ours)}</figcaption>
<div class="more">${context(quote, look)}${theirs !== null && isOfWeb(theirs) ? outletLink(theirs, citation) : ''}</div>
</figure>
`;
}

/** Only an address of the web is ever a link, whatever a library was read from. */
function isOfWeb(address: string): boolean {
  return /^https?:\/\//i.test(address);
}

/** Where our reader shows the very sentence. */
function readerAddress({ citation, start, end }: Quote): string {
  return `${articlePath({ story: citation.story, id: citation.article })}?at=${start}-${end}#quote`;
}

function emphasised({ text, emphasis }: Quote): Html {
  const shown = wellFormed(text);
  const pieces = emphasis.map(({ start, end }, index) => {
    const before = shown.slice(emphasis[index - 1]?.end ?? 0, start);
    return html`${before}<strong>${shown.slice(start, end)}</strong>`;
  });
  return html`${pieces}${shown.slice(emphasis.at(-1)?.end ?? 0)}`;
}

function source(quote: Quote, address: string): Html {
  const { speaker, outlet, headline, published, updated } = sourceLine(quote);
  const { citation } = quote;
  const title = headline.trim() === '' ? NO_HEADLINE : wellFormed(headline);
  const named = speaker === null ? '' : html`<p class="speaker"><bdi>${wellFormed(speaker)}</bdi></p>\n`;
  return html`${named}<p class="source"><bdi class="outlet">${wellFormed(outlet)}</bdi>${timed(published, citation.published)}${timed(updated, citation.updated)}</p>
<p class="headline"><a href="${address}"><bdi>${title}</bdi></a></p>
`;
}

/** What stands between them is drawn, and stands at the beginning of no line. */
function timed(words: string | null, iso: string | null): Html {
  return words === null ? html`` : html` <time datetime="${iso ?? ''}">${words}</time>`;
}

function outletLink(address: string, { outlet }: Citation): Html {
  const name = oneLine(outlet ?? '', OUTLET);
  const words = name === '' ? html`Read at the source` : html`Read at <bdi>${name}</bdi>`;
  return html`<a class="away" href="${address}" rel="noopener">${words} <span aria-hidden="true">↗</span></a>`;
}

/** The sentences around it are in paragraphs of their own: nothing says that they are of the same one. */
function context({ text, before, after }: Quote, look: Look): Html {
  if (look !== 'lead' || (before === '' && after === '')) return html``;
  const around = (sentence: string) =>
    sentence === '' ? html`` : html`<p dir="auto">${wellFormed(sentence)}</p>\n`;
  return html`<details class="context"><summary>More context</summary>
<div>${around(before)}<p class="itself" dir="auto">${wellFormed(text)}</p>
${around(after)}</div></details>
`;
}
