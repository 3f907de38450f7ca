import type { Answered, Citation, Quote } from '../../src/knowledge/index.ts';

/** Where an invented quote comes from; what a test is about is given, the rest is ordinary. */
export function citationOf(citation: Partial<Citation> = {}): Citation {
  return {
    article: 'post-2024-03-03',
    story: 'ferry-vote',
    outlet: 'The Post',
    kind: 'report',
    headline: 'Council votes',
    published: '2024-03-03',
    updated: null,
    speaker: null,
    turn: null,
    caption: false,
    url: null,
    link: null,
    ...citation,
  };
}

/** An invented quote. */
export function quoteOf({
  citation,
  ...quote
}: Partial<Omit<Quote, 'citation'>> & { citation?: Partial<Citation> }): Quote {
  const text = quote.text ?? 'The motion passed by 11 votes to 4.';
  return {
    emphasis: [],
    before: '',
    after: '',
    start: 0,
    end: text.length,
    also: [],
    relation: null,
    newest: false,
    ...quote,
    text,
    citation: citationOf(citation),
  };
}

/** An invented answer that consists of these quotes. */
export function answeredWith(quotes: readonly [Quote, ...Quote[]]): Answered {
  return {
    status: 'answered',
    question: 'How many?',
    confidence: 0.9,
    quotes,
    difference: null,
    related: [],
    stale: [],
    tookMs: 1,
    further: [],
  };
}
