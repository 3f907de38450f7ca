import { type Html, html, theirs } from '../../../../html.ts';
import type { ExplainedCandidate, Explanation } from '../../../../knowledge/index.ts';
import { SHOWN } from '../../../../why-words.ts';
import { sourceLine } from '../../../source-line.ts';
import { wellFormed } from '../../../text.ts';
import { sharesText, signed } from './numbers.ts';

type Words = Explanation['words'];
type Parts = ExplainedCandidate['features'];

/** What spoke for and against it that is drawn; the rest is in the table. */
const BARS = 5;

/**
 * @param candidates those that are shown
 * @returns the largest contribution that is drawn: bars of all of them have one scale
 */
export function highestOf(candidates: readonly ExplainedCandidate[]): number {
  const all = candidates.flatMap((each) => drawnOf(each));
  return Math.max(0.01, ...all.map(({ contribution }) => Math.abs(contribution)));
}

/**
 * @param candidate a sentence that was judged
 * @param words what each name of a contribution says
 * @param highest contribution of the longest bar
 * @returns an item of a list
 */
export function candidateHtml(candidate: ExplainedCandidate, words: Words, highest: number): Html {
  const { quote, shown, score, confidence } = candidate;
  const { speaker, outlet, headline, published } = sourceLine(quote);
  const source = [speaker, outlet, headline, published].filter((part) => part !== null && part !== '');
  const bars = drawnOf(candidate).map(
    ({ name, contribution }) =>
      html`<li><span class="added">${signed(contribution)}</span>${barHtml(contribution / highest)}<span>${words[name] ?? name}</span></li>`,
  );
  return html`<li class="candidate ${shown}"><p class="score"><b>${score.toFixed(1)}</b> <span class="small">score</span> <b>${sharesText(confidence)}</b> <span class="small">confidence</span> <span class="tag">${SHOWN[shown]}</span></p>
<blockquote class="sentence" dir="auto">${wellFormed(quote.text)}</blockquote>
<p class="small from">${theirs(source.join(' · '))}</p>
<ul class="bars">${bars}</ul>
<details><summary>All numbers</summary>${tablesHtml(candidate, words)}</details></li>`;
}

/** The largest first. What the hidden layer adds is one of them. */
function spokeOf({ features, together }: ExplainedCandidate) {
  return [...features, { name: 'together', value: null, weight: null, contribution: together }].sort(
    (a, b) => Math.abs(b.contribution) - Math.abs(a.contribution),
  );
}

function drawnOf(candidate: ExplainedCandidate) {
  return spokeOf(candidate)
    .slice(0, BARS)
    .filter(({ contribution }) => contribution !== 0);
}

/** From the middle: to the right what spoke for it, to the left what spoke against it. */
function barHtml(share: number): Html {
  const width = Math.round(Math.abs(share) * 500) / 10;
  const x = share < 0 ? 50 - width : 50;
  const side = share < 0 ? 'against' : 'for';
  return html`<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="track" width="100" height="1"/><rect class="${side}" x="${x}" width="${width}" height="1"/></svg>`;
}

function tablesHtml(candidate: ExplainedCandidate, words: Words): Html {
  const { sureness, score, confidence } = candidate;
  const sure: Parts = [...sureness.features, ...sureness.signs].toSorted(
    (a, b) => Math.abs(b.contribution) - Math.abs(a.contribution),
  );
  return html`<h4>Score ${score.toFixed(2)}: the sum of</h4>${tableHtml(spokeOf(candidate), words)}
<h4>Confidence ${sharesText(confidence)}: its log-odds are ${signed(sureness.base)} and</h4>${tableHtml(sure, words)}`;
}

interface Row {
  readonly name: string;
  readonly value: number | null;
  readonly weight: number | null;
  readonly contribution: number;
}

/** Adds less than is written. */
const NOTHING = 0.005;

/** What adds nothing is left away: of some 100 features a sentence has a third. */
function tableHtml(rows: readonly Row[], words: Words): Html {
  const cell = (value: number | null) => html`<td class="number">${value === null ? '' : signed(value)}</td>`;
  return html`<table class="terms"><thead><tr><th scope="col">What</th><th scope="col" class="number">Value</th><th scope="col" class="number">Weight</th><th scope="col" class="number">Adds</th></tr></thead><tbody>${rows
    .filter(({ contribution }) => Math.abs(contribution) >= NOTHING)
    .map(
      ({ name, value, weight, contribution }) =>
        html`<tr><th scope="row">${words[name] ?? name} <code>${name}</code></th>${cell(value)}${cell(weight)}${cell(contribution)}</tr>`,
    )}</tbody></table>`;
}
