/**
 * The answer of `/api/ask`, as far as it is shown. Whoever embeds the widget gets nothing but this file's bundle, so
 * that it knows the API as any other client does, and nothing of the knowledge behind it.
 */
export type AnswerJson = AnsweredJson | UnansweredJson;

interface BaseJson {
  readonly question: string;
  readonly related: readonly string[];
  readonly stale: readonly StaleJson[];
  readonly further: readonly AnswerJson[];
}

export interface AnsweredJson extends BaseJson {
  readonly status: 'answered';
  readonly quotes: readonly QuoteJson[];
  readonly difference: DifferenceJson | null;
}

interface UnansweredJson extends BaseJson {
  readonly status: 'unanswered';
  readonly reason: 'unsure' | 'not-in-story' | 'empty' | 'too-long' | 'no-story' | 'too-many';
  readonly nearest: readonly QuoteJson[];
}

interface DifferenceJson {
  readonly kind: 'numbers' | 'steps';
  readonly between: readonly [number, number];
  readonly ordered: boolean;
}

export interface StaleJson {
  readonly title: string;
  readonly since: string | null;
}

export interface QuoteJson {
  readonly text: string;
  readonly emphasis: readonly { readonly start: number; readonly end: number }[];
  readonly citation: CitationJson;
  readonly start: number;
  readonly end: number;
  readonly also: readonly CitationJson[];
  readonly newest: boolean;
}

export interface CitationJson {
  readonly article: string;
  readonly story: string;
  readonly outlet: string | null;
  readonly kind: string;
  readonly headline: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly speaker: string | null;
  readonly turn: number | null;
  readonly caption: boolean;
  readonly link: string | null;
}
