import { type Html, html, theirs } from '../../../html.ts';
import type { Article } from '../../../knowledge/index.ts';
import { dayText } from '../../source-line.ts';

/** What is said of an article beside its words. What nobody has stated is told as not stated. */

/** @returns the headline, or that nobody has stated one; for a block that has `dir="auto"` */
export function headlineHtml({ headline }: Article): Html {
  return headline === null ? html`<span class="unstated">Headline not stated</span>` : html`${headline}`;
}

/** @returns ` lang="en"`; nothing for what is no tag of a language, which says nothing to whoever reads aloud */
export function langHtml({ language }: Article): Html {
  try {
    return html` lang="${new Intl.Locale(language).baseName}"`;
  } catch {
    return html``;
  }
}

/** @returns who published it, or that nobody has said */
export function outletHtml({ outlet }: Article): Html {
  return outlet === null ? html`<span class="unstated">outlet not stated</span>` : theirs(outlet);
}

/** @returns the day on which it was published, or that nobody has said */
export function publishedHtml({ published }: Article): Html {
  return timeHtml(published, '') ?? html`<span class="unstated">date not stated</span>`;
}

/** @returns `updated 30 Nov 2021`; `null` where it was not, or on the day on which it was published */
export function updatedHtml({ published, updated }: Article): Html | null {
  return dayText(updated) === dayText(published) ? null : timeHtml(updated, 'updated ');
}

/** @returns what it is, where that is no report */
export function kindHtml({ kind }: Article): Html | null {
  return kind === 'report' ? null : html`${kind}`;
}

/** @returns the parts in a row, those that are there */
export function rowHtml(parts: readonly (Html | null)[]): Html {
  const there = parts.filter((part) => part !== null);
  return html`${there.map((part) => html`<span>${part}</span>\n`)}`;
}

/** The day as the outlet states it, for whichever time zone it is read in. */
function timeHtml(iso: string | null, before: string): Html | null {
  const day = dayText(iso);
  return iso === null || day === null ? null : html`${before}<time datetime="${iso}">${day}</time>`;
}
