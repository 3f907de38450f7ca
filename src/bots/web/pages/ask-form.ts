import { type Html, html } from '../../../html.ts';
import { oneLine } from '../../text.ts';

/** A box to ask in. */
export interface AskForm {
  /** Unique on the page. */
  readonly id: string;
  /** What stands above the box, and names it. */
  readonly label: string;
  /** Whether the label is only heard: something above the box says the same. */
  readonly quietLabel?: boolean;
  /** A question that is answered, shown as an example while the box is empty. */
  readonly example?: string | undefined;
  /** Slug of the story that is asked; `null` for all. */
  readonly story: string | null;
  /** What was asked before it, as `afterOf` writes it; `''` for nothing. */
  readonly after?: string;
  /** Whether the page is there for it: where there is a keyboard, it is ready to be typed into. */
  readonly first?: boolean;
}

const EXAMPLE = 'Such as: ';
/** Of the example, in UTF-16 code units: no box shows more. */
const EXAMPLE_SHOWN = 80;

/**
 * A box to ask in, which works as it is; `page.js` adds suggestions to it.
 *
 * @param form what is asked, and of what
 * @returns the form
 */
export function askForm(form: AskForm): Html {
  const { id, label, quietLabel = false, example, story, after = '', first = false } = form;
  const hidden = [
    ...(story === null ? [] : [['story', story] as const]),
    ...(after === '' ? [] : [['after', after] as const]),
  ];
  return html`<form class="ask" action="/" method="get" role="search" data-ask>
<label for="${id}"${quietLabel ? html` class="unseen"` : ''}>${label}</label>
<div class="box">
<input id="${id}" name="q" type="text" autocomplete="off" enterkeyhint="search" required${example === undefined ? '' : html` placeholder="${EXAMPLE}${oneLine(example, EXAMPLE_SHOWN)}"`}${first ? html` data-first` : ''}>
<button class="button" type="submit">Ask</button>
</div>
${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
</form>`;
}
