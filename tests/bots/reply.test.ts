import { describe, expect, it } from 'vitest';
import { replyTo } from '../../src/bots/reply.ts';
import type { Answer } from '../../src/knowledge/index.ts';
import { answeredWith, quoteOf } from '../support/quotes.ts';

const STALE = { story: 'ferry-vote', title: 'The ferry vote', since: null };
const unanswered = (question: string, reason: 'unsure' | 'too-many'): Answer => ({
  status: 'unanswered',
  reason,
  question,
  confidence: 0,
  quotes: [],
  nearest: [],
  related: ['Who won?'],
  stale: [],
  tookMs: 1,
  further: [],
});
const answered = (question: string): Answer => ({
  ...answeredWith([quoteOf({})]),
  question,
  stale: [STALE],
});

describe('the reply to several questions', () => {
  it('has a part for each, under its question', () => {
    const reply = replyTo({ ...answered('who won'), further: [unanswered('why?', 'unsure')] });
    expect(reply).toMatchObject({
      kind: 'several',
      parts: [
        { question: 'who won', reply: { kind: 'answer' } },
        { question: 'why?', reply: { kind: 'unanswered', suggestions: ['Who won?'] } },
      ],
    });
  });

  it('says once what would be said under each', () => {
    const further = [unanswered('why?', 'unsure'), answered('when?'), unanswered('where?', 'unsure')];
    const reply = replyTo({ ...answered('who won'), further });
    const parts = reply.kind === 'several' ? reply.parts.map((part) => part.reply) : [];
    expect(parts.map((part) => ('notes' in part ? part.notes.length : 0))).toEqual([1, 0, 0, 0]);
    expect(parts.map((part) => ('suggestions' in part ? part.suggestions.length : 0))).toEqual([0, 0, 0, 1]);
  });

  it('says that there were more than are answered', () => {
    const further = [answered('a?'), answered('b?'), unanswered('c?\nd?', 'too-many')];
    const reply = replyTo({ ...answered('who won'), further });
    expect(reply.kind === 'several' && reply.parts[3]).toMatchObject({
      question: null,
      reply: { kind: 'notice', sentence: 'I answered the first 3 questions: please ask the others again.' },
    });
  });

  it('is that to one where there is but one', () => {
    expect(replyTo(answered('who won')).kind).toBe('answer');
  });
});
