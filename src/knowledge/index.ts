/** The only door into `knowledge/`: what bots and commands may import. */
export type { Answer, Answered, Citation, Quote, Span, StaleStory } from './answer.ts';
export { MAX_QUESTION_LENGTH } from './answer.ts';
export type { Audience, Story } from './article.ts';
export {
  type FeedItemState,
  type FeedState,
  feedStateFile,
  feedStatesText,
  isFeedStateFile,
  readFeedStates,
  staleness,
} from './feed-state.ts';
export { ENGINE_NAMES, type EngineName, type Following, type Knowledge, openKnowledge } from './knowledge.ts';
export { LibraryError } from './library/library-error.ts';
export { type Place, parsePlace } from './place.ts';
export type { Problem } from './problem.ts';
export type { Question } from './question.ts';
