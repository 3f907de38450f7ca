/** The only door into `knowledge/`: what bots and commands may import. */
export type { Answer, Answered, Citation, Quote, Span, StaleStory } from './answer.ts';
export { MAX_QUESTION_LENGTH, MOST_QUESTIONS } from './answer.ts';
export type { AnswerKind } from './answer-kind.ts';
export type { Article, Audience, Story } from './article.ts';
export { EVERYONE, isNobody } from './audience.ts';
export type { ExplainedCandidate, ExplainedQuestion, Explanation, Shown } from './explain.ts';
export {
  type FeedItemState,
  type FeedState,
  feedStateFile,
  feedStatesText,
  isFeedStateFile,
  readFeedStates,
  staleness,
} from './feed-state.ts';
export { type Indexed, type IndexWay, indexLibrary } from './index-library.ts';
export type { StoryInventory } from './inventory.ts';
export { type Following, type Knowledge, openKnowledge } from './knowledge.ts';
export { LibraryError } from './library/library-error.ts';
export { writtenBackground } from './meaning/background.ts';
export {
  type DeepMeaning,
  DeepMeaningError,
  type DeepMeaningNews,
  openDeepMeaning,
  sentenceTexts,
} from './meaning/deep.ts';
export { type Place, parsePlace, placeName } from './place.ts';
export type { Problem } from './problem.ts';
export type { EarlierTurn, Question, QuotedAt } from './question.ts';
export { groupQuestions } from './questions/groups/groups.ts';
export { likelyStory } from './questions/likely-story.ts';
export { quotedAt, turnsOf } from './questions/turns.ts';
export { FULL } from './ranking/answering.ts';
export { type Hidden, hiddenSum, readHidden, type WrittenHidden } from './ranking/hidden.ts';
export { RANKS, ranksOf } from './ranking/signs.ts';
export { AGAINST, ANSWER_FROM, FOR, PRIOR_DOUBTS, PRIOR_WEIGHTS } from './ranking/weights.ts';
export {
  FEATURE_NAMES,
  openRankingList,
  type RankedQuote,
  type RankingList,
  SIGN_NAMES,
} from './ranking-list.ts';
export type { SearchEngine } from './search/engine.ts';
export { ENGINE_NAMES, type EngineName, openEngines } from './search/engines.ts';
export { EngineError } from './search/opensearch/engine-error.ts';
export type { ClusterSettings } from './search/opensearch/settings.ts';
export { speechOf } from './speaker.ts';
