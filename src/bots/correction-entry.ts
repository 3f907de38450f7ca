import { type Place, placeName } from '../knowledge/index.ts';
import type { Entry, ShownQuote } from '../ledger/ledger.ts';

/** What has become of an answer, as `Entry.outcome` says it. */
export type CorrectionOutcome = 'changed' | 'gone' | 'withdrawn';

/** An answer that was brought up to date. */
interface Corrected {
  readonly place: Place;
  /** What was asked; `''` where that is not to be kept. */
  readonly question: string;
  readonly outcome: CorrectionOutcome;
  /** What it quotes first now, or quoted first before. */
  readonly quote: ShownQuote | undefined;
  /** In ms since the epoch. */
  readonly at: number;
}

/** @returns what the journal keeps of a correction: no text of an article, least of all one that is no longer true */
export function correctionEntry({ place, question, outcome, quote, at }: Corrected): Entry {
  return {
    kind: 'correction',
    at,
    place: placeName(place),
    person: null,
    question,
    outcome,
    confidence: null,
    quoted:
      quote === undefined
        ? null
        : { story: quote.story, article: quote.article, start: quote.start, end: quote.end },
  };
}
