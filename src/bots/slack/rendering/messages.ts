/** Every sentence and label that is Slack's alone. What all bots say stands in `../reply.ts`. */

/** Buttons under an answer. */
export const BUTTONS = {
  'more-context': 'More context',
  'less-context': 'Less context',
  'other-sources': 'Other sources',
  'fewer-sources': 'Fewer sources',
  'not-what-i-asked': 'Not what I asked',
  'tell-the-desk': 'Tell the desk',
  share: 'Share in channel',
} as const;

/** What a screen reader says of buttons whose label alone would not do. */
export const SPOKEN = {
  'more-context': 'Show the sentences before and after the quotation',
  'less-context': 'Hide the sentences before and after the quotation',
  'other-sources': 'Show what other sources say, word for word',
  'fewer-sources': 'Hide what other sources say',
  'not-what-i-asked': 'This is not what I asked: show me the next best sentences',
  'tell-the-desk': 'Tell the editors that this question was not answered',
  share: 'Post this answer in the channel, for everybody to see',
} as const;

export const FEEDBACK = {
  helpful: { label: 'Helpful', spoken: 'This answer was helpful' },
  'not-helpful': { label: 'Not helpful', spoken: 'This answer was not helpful' },
} as const;

/** What a person is told after something that they did. */
export const SAID = {
  thanks: 'Thank you. The editors see it.',
  told: 'The editors have been told of this question.',
  shared: (who: string) => `Shared by ${who}`,
  outdated: 'That button is of an older version of this bot. Please ask again.',
  notAllowedToSet: 'Only administrators of this workspace may change that.',
  notTheirs: 'Only people who belong to this workspace can open more of that answer.',
  guestsMayNotSet: 'Guests may not change that. Please ask somebody who belongs to this workspace.',
  noSuchStory: 'That story is not open to this place any more, so nothing was changed. Please try again.',
  tied: (title: string) => `Questions here are now about “${title}”.`,
  untied: 'Questions here are now about every story that is open to this place.',
  kept: 'It is set. Which story questions here are about has not changed.',
  tooLate: 'That took too long for Slack. Please try again.',
  inviteFirst: 'I am not in that channel. Invite me with /invite, then share again.',
  unknownThere:
    'I cannot tell who reads along in that channel. Invite me there with /invite, then share again.',
  noLonger: 'The story does not say that any more, so it was not shared. Please ask again.',
  closedThere: 'This story is not open to everybody in that channel, so it was not shared.',
} as const;

/** The modal to ask in, and the one that shows an answer. */
export const ASKING = {
  title: 'Ask a story',
  submit: 'Ask',
  close: 'Close',
  question: 'Your question',
  questionHint: 'As you would ask a colleague: what was the vote count?',
  story: 'Story',
  everyStory: 'Every story',
  answer: 'Answer',
  waiting: 'Looking through the articles…',
} as const;

/** The modal for what is set for a channel. */
export const SETTING = {
  title: 'Nutgraf here',
  submit: 'Save',
  close: 'Cancel',
  story: 'Questions here are about',
  closedStory: 'A story that is not open here, as before',
  habits: 'In this channel',
  followUps: 'Answer follow-up questions in my own threads without a new mention',
  unfurl: 'Show headline and questions under links to articles that I know',
} as const;

/** The Home tab. */
export const HOME = {
  heading: 'Ask what a story says',
  how: 'I answer with what the articles say, word for word, each with its source. When they do not say, I tell you so.',
  ways: [
    'Mention me in a channel, and I answer in the thread.',
    'Write to me in the Messages tab.',
    'Use /ask anywhere, and only you see the answer.',
    'On any message, choose “Find this in our stories”.',
  ],
  ask: 'Ask a question',
  suggested: 'Questions to start with',
  stories: 'Stories that I know',
  noStories: 'No story is open to this workspace yet.',
  more: (count: number) => `and ${count} more`,
  recent: 'You asked lately',
  settings: 'For administrators',
  mayChange: 'Who may tie a channel to a story',
  members: 'Everybody but guests',
  admins: 'Administrators only',
} as const;

/** What unfurls and prompts say. */
export const LINKS = { answers: 'This article answers:' } as const;
export const PROMPTS = { title: 'You could ask' } as const;
/** While an answer takes longer than usual. */
export const STATUS = 'is looking through the articles…';
