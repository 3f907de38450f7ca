import { counted } from '../../../counted-words.ts';
import { type Html, html, theirs } from '../../../html.ts';
import { shortened } from '../../../shortened.ts';

/** Why pieces of the material are not part of the story, in the plural. */
const REASONS: Readonly<Record<string, string>> = {
  caption: 'Captions',
  credit: 'Credits of photographs',
  gallery: 'Galleries',
  promotion: 'Promotion',
  navigation: 'Navigation',
  comments: 'Comments',
  legal: 'Legal lines',
  sound: 'Sounds of a broadcast',
  details: 'Lines kept as headline, byline or date',
};

interface Piece {
  readonly text: string;
  readonly reason: string;
}

/** How much of it is shown. */
interface Most {
  /** Pieces. */
  readonly most: number;
  /** Characters of each. */
  readonly longest: number;
  /** How many pieces there are in all, with those that are not given. */
  readonly total: number;
}

/**
 * @param pieces what was left out of the material, in its order
 * @param most how much of it to show
 * @returns the pieces by reason, those with most pieces first
 */
export function leftOutHtml(pieces: readonly Piece[], { most, longest, total }: Most): Html {
  const shown = pieces.slice(0, most);
  const byReason = new Map<string, string[]>();
  for (const { reason, text } of shown) byReason.set(reason, [...(byReason.get(reason) ?? []), text]);
  const groups = [...byReason]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([reason, texts]) => {
      const name = Object.hasOwn(REASONS, reason) ? REASONS[reason] : undefined;
      return html`<dt>${name ?? reason} <span class="count">${texts.length}</span></dt>
${texts.map((text) => html`<dd>${theirs(shortened(text, longest))}</dd>`)}`;
    });
  const rest = total - shown.length;
  const more =
    rest > 0 ? html`<p class="small">And ${counted(rest, 'other piece', 'other pieces')}.</p>` : html``;
  return html`${groups.length === 0 ? html`` : html`<dl class="left-out">${groups}</dl>`}${more}`;
}
