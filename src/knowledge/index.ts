/** The only door into `knowledge/`: what bots and commands may import. */
export type { Answer, Answered, Citation, Quote, Span, StaleStory } from './answer.ts';
export { MAX_QUESTION_LENGTH } from './answer.ts';
export type { Article, Audience, Story } from './article.ts';
export { EVERYONE } from './audience.ts';
export {
  type FeedItemState,
  type FeedState,
  feedStateFile,
  feedStatesText,
  isFeedStateFile,
  readFeedStates,
  staleness,
} from './feed-state.ts';
export {
  ENGINE_NAMES,
  type EngineName,
  type Following,
  type Knowledge,
  newEngine,
  openKnowledge,
} from './knowledge.ts';
export { LibraryError } from './library/library-error.ts';
export { type Place, parsePlace } from './place.ts';
export type { Problem } from './problem.ts';
export type { Question } from './question.ts';
export { ANSWER_FROM, PRIOR_WEIGHTS } from './ranking/weights.ts';
export { FEATURE_NAMES, openRankingList, type RankedQuote } from './ranking-list.ts';
