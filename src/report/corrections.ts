import type { Entry } from '../ledger/ledger.ts';
import { oneLine } from './wordings.ts';

/** An answer in a channel that was brought up to date. */
export interface CorrectionRow {
  /** ISO 8601 date-time. */
  readonly at: string;
  readonly place: string;
  /** `''` where its text is not kept. */
  readonly question: string;
  /** `changed`, `gone`, `withdrawn`, or what only a newer version knows. */
  readonly outcome: string;
  /** The article that is quoted first now, or was before; `null` where that is not known. */
  readonly story: string | null;
  readonly article: string | null;
}

/**
 * @param entries all entries of a period, oldest first
 * @returns its corrections, newest first. The old words are in none of them: the journal does not keep them
 */
export function correctionsOf(entries: readonly Entry[]): readonly CorrectionRow[] {
  return entries
    .filter(({ kind }) => kind === 'correction')
    .map(({ at, place, question, outcome, quoted }) => ({
      at: new Date(at).toISOString(),
      place,
      question: oneLine(question),
      outcome,
      story: quoted?.story ?? null,
      article: quoted?.article ?? null,
    }))
    .toReversed();
}

const HAPPENED: ReadonlyMap<string, string> = new Map([
  ['changed', 'shows what the article says now'],
  ['gone', 'the article no longer says it'],
  ['withdrawn', 'withdrawn, since the story is closed there'],
]);

/** @returns what happened to the answer, in a few words */
export function happened({ outcome }: Pick<CorrectionRow, 'outcome'>): string {
  return HAPPENED.get(outcome) ?? oneLine(outcome);
}

/** @returns the question, or that it is not kept */
export function askedWords({ question }: Pick<CorrectionRow, 'question'>): string {
  return question === '' ? '(its text is not kept)' : question;
}
