import type { Reply } from '../../../src/bots/reply.ts';
import type { Answer, Answered, Citation, Question, Quote } from '../../../src/knowledge/index.ts';

const CITATION: Citation = {
  article: 'courier',
  story: 'ferry-vote',
  outlet: 'The Ellery Courier',
  kind: 'report',
  headline: 'Council votes for a night ferry',
  published: '2024-03-03',
  updated: null,
  speaker: null,
  turn: null,
  caption: false,
  url: 'https://courier.example/ferry-vote',
  link: 'https://courier.example/ferry-vote#:~:text=The%20motion',
};

/** A quote that says so, from an invented article. */
export function quote(
  text: string,
  citation: Partial<Citation> = {},
  emphasis: Quote['emphasis'] = [],
): Quote {
  const whole = { ...CITATION, ...citation };
  return {
    text,
    emphasis,
    before: '',
    after: '',
    citation: whole,
    start: 0,
    end: text.length,
    also: [],
    relation: null,
    newest: false,
  };
}

function answered(first: Quote, ...others: readonly Quote[]): Answered {
  return {
    question: 'what?',
    status: 'answered',
    confidence: 1,
    quotes: [first, ...others],
    difference: null,
    related: [],
    stale: [],
    tookMs: 1,
    further: [],
  };
}

export function answer(first: Quote, ...others: readonly Quote[]): Reply {
  return { kind: 'answer', answer: answered(first, ...others), notes: [] };
}

/** Answers every question with the question itself, so that a test knows which was answered. */
export async function echo({ text }: Question): Promise<Answer> {
  return { ...answered(quote(`You asked: ${text}`)), question: text };
}
