/** The only door into `knowledge/`: what bots and commands may import. */
export type { Answer, Answered, Citation, Quote, Span, Unanswered, UnansweredReason } from './answer.ts';
export { MAX_QUESTION_LENGTH } from './answer.ts';
export type { Article, ArticleKind, Audience, Sentence, Story } from './article.ts';
export { ENGINE_NAMES, type EngineName, type Knowledge, openKnowledge } from './knowledge.ts';
export { LibraryError } from './library.ts';
export { type Place, parsePlace } from './place.ts';
export type { Problem } from './problem.ts';
export type { Question, Scope } from './question.ts';
