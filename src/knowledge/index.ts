/** The only door into `knowledge/`: what bots and commands may import. */
export type { Answer, Answered, Citation, Quote, Span } from './answer.ts';
export { MAX_QUESTION_LENGTH } from './answer.ts';
export { ENGINE_NAMES, type EngineName, type Knowledge, openKnowledge } from './knowledge.ts';
export { LibraryError } from './library.ts';
export { type Place, parsePlace } from './place.ts';
export type { Question } from './question.ts';
