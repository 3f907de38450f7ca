import { html } from '../../../html.ts';
import type { Assets } from '../assets.ts';
import { documentOf } from './layout.ts';

/** What went wrong, as a person is told it. */
export interface ShownProblem {
  /** 4xx or 5xx. */
  readonly status: number;
  /** One sentence that says what to do; nothing that was sent is part of it. */
  readonly sentence: string;
  /** Under which the log tells of it. */
  readonly id: string;
  readonly assets: Assets;
}

const HEADINGS: Readonly<Record<number, string>> = {
  400: 'That address is not whole',
  404: 'There is no such page here',
  429: 'One moment, please',
};

/**
 * @param problem what went wrong
 * @returns the whole document
 */
export function problemPage({ status, sentence, id, assets }: ShownProblem): string {
  const heading = HEADINGS[status] ?? (status < 500 ? 'That did not work' : 'Something went wrong here');
  const body = html`<h1>${heading}</h1>
<p data-sentence>${sentence}</p>
<p><a class="button" href="/">Ask a question</a></p>
<p class="muted small">Status ${status} · id <code>${id}</code></p>`;
  return documentOf({ title: heading, kind: 'problem', body, assets });
}
