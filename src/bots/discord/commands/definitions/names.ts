/**
 * What commands and their options are called when they are used: Discord sends these, whatever language somebody
 * sees them in (https://discord.com/developers/docs/interactions/application-commands#localization).
 */
export const ASK = 'ask';
export const ASK_OPTIONS = { question: 'question', story: 'story', private: 'private' } as const;

/** In the menu of a message. */
export const FIND = 'Find this in our stories';

/** What is set for a channel or a server. */
export const SETTINGS = 'nutgraf';
export const SETTINGS_OPTIONS = {
  story: 'story',
  answerHere: 'answer-here',
  private: 'private',
  followUps: 'follow-ups',
  wholeServer: 'whole-server',
} as const;
