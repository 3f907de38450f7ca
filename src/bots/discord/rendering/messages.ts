import type { ButtonName } from '../../buttons.ts';

/** Every sentence and label that is Discord's alone. What all bots say stands in `../reply.ts`. */

/** Buttons under an answer. */
export const BUTTONS: Readonly<Record<ButtonName, string>> = {
  'more-context': 'More context',
  'less-context': 'Less context',
  'other-sources': 'Other sources',
  'fewer-sources': 'Fewer sources',
  'not-what-i-asked': 'Not what I asked',
  'tell-the-desk': 'Tell the desk',
  share: 'Share',
};

export const FEEDBACK = { helpful: 'Helpful', 'not-helpful': 'Not helpful' } as const;
/** Under sentences that came next: shows those that come after them. */
export const NEXT = 'Show the next ones';

/** What a person is told after something that they did. */
export const SAID = {
  thanks: 'Thank you. The editors see it.',
  told: 'The editors have been told of this question.',
  shared: (who: string) => `Shared by ${who}`,
  outdated: 'I no longer know what that message was about. Please ask again.',
  again: (link: string) => `That was answered here a moment ago: ${link}`,
  tooMany: (seconds: number) => `That is a lot of questions. Please ask again <t:${seconds}:R>.`,
  onlyInServers: 'That can be set in a server only.',
  needsManager: 'That can be set by people only who may manage this server.',
  sharedBefore: (link: string | null) => `That has been shared already${link === null ? '.' : `: ${link}`}`,
  notHere: 'Answers are private here: whoever manages this server has set that.',
  mayNotWrite: 'You may not write here, so it was not shared.',
  noLonger: 'The story no longer says that, so there is nothing to share. Please ask again.',
  elsewhere: (link: string) => `You asked here: ${link}`,
} as const;

/** What `/nutgraf` says of a channel or a server. */
export const SETTINGS = {
  here: 'In this channel',
  everywhere: 'In this server, where a channel has nothing of its own',
  story: (title: string) => `Questions are about “${title}”.`,
  everyStory: 'Questions are about every story that is open to this place.',
  unknownStory: 'There is no such story here. Choose one of those that are offered.',
  answers: 'I answer here.',
  noAnswers: 'I answer here in private only: to /ask, and not to mentions.',
  public: 'Answers are for everybody to see, unless somebody asks for a private one.',
  private: 'Answers are private, unless somebody shares them.',
  followUps: 'A reply to one of my answers needs no mention.',
  noFollowUps: 'A reply to one of my answers needs a mention.',
} as const;
