import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/knowledge/answer.ts';
import { corpusOf } from '../../../src/knowledge/corpus.ts';
import type { Question } from '../../../src/knowledge/question.ts';
import { askEach } from '../../../src/knowledge/questions/several.ts';
import { articleOf, storyOf } from '../../support/articles.ts';
import { answeredWith, quoteOf } from '../../support/quotes.ts';

const corpus = corpusOf([storyOf([articleOf()])]);

/** Answers each question with a quote from an article named by its number; the questions as they came. */
async function asked(text: string, earlier: Question['earlier'] = []) {
  const questions: Question[] = [];
  const answer = await askEach(
    { text, scope: { place: { bot: 'terminal' }, story: 'ferry-vote' }, earlier },
    corpus,
    async (question): Promise<Answer> => {
      questions.push(question);
      const quote = quoteOf({ citation: { article: `article-${questions.length}` }, start: 7, end: 40 });
      return { ...answeredWith([quote]), question: question.text };
    },
  );
  return { answer, questions };
}

describe('a message with several questions', () => {
  it('is one answer where it has one', async () => {
    const { answer, questions } = await asked('Hi! I read about it. How many voted? Thanks!');
    expect(questions).toHaveLength(1);
    expect(answer).toMatchObject({ question: 'Hi! I read about it. How many voted? Thanks!', further: [] });
  });

  it('has the answers to the others after the first, each under its question', async () => {
    const { answer, questions } = await asked('Who won? And by how much?');
    expect(answer).toMatchObject({
      question: 'Who won?',
      further: [{ question: 'And by how much?', status: 'answered', further: [] }],
    });
    expect(questions.map(({ scope }) => scope.story)).toEqual(['ferry-vote', 'ferry-vote']);
  });

  it('lets each lean on those before it', async () => {
    const before = { question: 'what happened?', quoted: null };
    const { questions } = await asked('who won, what was the count, and when is the next vote?', [before]);
    const at = (article: string) => ({ story: 'ferry-vote', article, start: 7, end: 40 });
    expect(questions.at(-1)?.earlier).toEqual([
      before,
      { question: 'who won', quoted: at('article-1') },
      { question: 'what was the count', quoted: at('article-2') },
    ]);
  });

  it('answers three at most, and hands back the rest', async () => {
    const { answer, questions } = await asked('1) who won 2) why 3) when 4) where was it 5) who lost');
    expect(questions.map(({ text }) => text)).toEqual(['who won', 'why', 'when']);
    expect(answer.further).toMatchObject([
      { question: 'why' },
      { question: 'when' },
      { question: 'where was it\nwho lost', status: 'unanswered', reason: 'too-many', quotes: [] },
    ]);
  });

  it('is not read where it is too long to be one', async () => {
    const long = 'Who won? '.repeat(200);
    expect((await asked(long)).questions.map(({ text }) => text)).toEqual([long]);
  });
});
