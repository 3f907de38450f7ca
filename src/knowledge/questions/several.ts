import { type Answer, MAX_QUESTION_LENGTH, MOST_QUESTIONS, type Unanswered } from '../answer.ts';
import type { Corpus } from '../corpus.ts';
import type { Question } from '../question.ts';
import { termOf } from '../words/terms.ts';
import { partsOf } from './parts.ts';
import { withSmallWordsMended } from './small-words.ts';
import { turnsOf } from './turns.ts';

/**
 * Answers each question of a message, one after the other: each may lean on those before it, as a follow-up does.
 *
 * @param question the message, and where it was written
 * @param corpus the library's words
 * @param ask answers one question
 * @returns the answer to the first, with those to the others in it; one answer as a rule
 */
export async function askEach(
  question: Question,
  corpus: Corpus,
  ask: (part: Question) => Promise<Answer>,
): Promise<Answer> {
  const [text, ...others] = questionsIn(question.text, corpus);
  const first = await ask({ ...question, text: text ?? question.text });
  const further: Answer[] = [];
  for (const part of others.slice(0, MOST_QUESTIONS - 1)) {
    const earlier = [...question.earlier, ...turnsOf({ ...first, further })];
    further.push(await ask({ ...question, text: part, earlier }));
  }
  const rest = others.slice(MOST_QUESTIONS - 1);
  return { ...first, further: rest.length === 0 ? further : [...further, tooMany(rest)] };
}

function questionsIn(text: string, corpus: Corpus): readonly string[] {
  if (text.length > MAX_QUESTION_LENGTH) return [text];
  const isHeld = (word: string) => corpus.frequency.has(termOf(word));
  return partsOf(text, (part) => withSmallWordsMended(part, isHeld));
}

function tooMany(rest: readonly string[]): Unanswered {
  return {
    status: 'unanswered',
    question: rest.join('\n'),
    confidence: 0,
    reason: 'too-many',
    quotes: [],
    nearest: [],
    related: [],
    stale: [],
    tookMs: 0,
    further: [],
  };
}
