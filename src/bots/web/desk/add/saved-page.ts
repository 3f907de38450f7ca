import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { counted } from '../../../../counted-words.ts';
import { type Html, html } from '../../../../html.ts';
import type { Knowledge } from '../../../../knowledge/index.ts';
import type { Shelved } from '../../../../knowledge/intake/index.ts';
import { WEB } from '../../around.ts';
import { articlePath } from '../../pages/addresses.ts';
import { audienceHtml, changesText } from './told.ts';

/** What is told of an article that was saved. */
type Told = Pick<Shelved, 'outcome' | 'file' | 'sentences' | 'fresh' | 'gone'> & {
  readonly story: string;
  readonly id: string;
};

/** What was saved lately, to be told on a page of its own: reading that again saves nothing again. */
export function openSaved() {
  const told = new LRUCache<string, Told>({ max: 100, ttl: 60 * 60_000 });
  return {
    /** @returns the id under which it is told */
    keep({ outcome, file, sentences, fresh, gone, article }: Shelved): string {
      const id = randomUUID();
      told.set(id, { outcome, file, sentences, fresh, gone, story: article.story, id: article.id });
      return id;
    },
    /** @returns what was saved, `null` where that is no longer known */
    of: (id: string): Told | null => told.get(id) ?? null,
  };
}

/**
 * @param told what was saved
 * @param knowledge the library, which may not have read it yet
 * @returns what has become of it, and where to go on
 */
export function savedHtml(told: Told, knowledge: Knowledge): Html {
  const { outcome, file, sentences, story, id } = told;
  const what = {
    added: html`Added <code>${file}</code>: ${counted(sentences, 'sentence', 'sentences')} that can be quoted.`,
    updated: html`Updated <code>${file}</code>: ${changesText(told)}.`,
    unchanged: html`<code>${file}</code> held exactly this already.`,
  }[outcome];
  const isKnown = knowledge.stories.some(({ slug }) => slug === story);
  const isOpen = !isKnown || knowledge.storiesOpenTo(WEB).some(({ slug }) => slug === story);
  const reader = isOpen
    ? html`<li><a href="${articlePath({ story, id })}">Read it as readers do</a></li>`
    : html``;
  return html`<div class="fate done"><p role="status">${what} It can be asked about within two seconds.</p>
${isKnown ? html`<p>${audienceHtml(story, knowledge)}</p>` : html``}</div>
<ul class="onward">${reader}
<li><a href="/desk/why?story=${story}">Ask about it, and see why</a></li>
<li><a href="/desk?story=${story}">See it in the library</a></li>
<li><a href="/desk/add?story=${story}">Add another article to the story</a></li></ul>`;
}
