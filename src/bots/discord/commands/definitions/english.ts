import { ASK, ASK_OPTIONS, FIND, SETTINGS, SETTINGS_OPTIONS } from './names.ts';
import type { CommandTexts } from './texts.ts';

/** For everybody whose language has no table of its own. */
export const ENGLISH: CommandTexts = {
  ask: {
    name: ASK,
    description: 'Answers a question about a news story with what the articles say, word for word.',
    options: {
      question: { name: ASK_OPTIONS.question, description: 'What do you want to know?' },
      story: { name: ASK_OPTIONS.story, description: 'The story to look in; all of them without it.' },
      private: { name: ASK_OPTIONS.private, description: 'Show the answer to me alone.' },
    },
  },
  find: { name: FIND },
  settings: {
    name: SETTINGS,
    description: 'Shows and changes how Nutgraf answers in this channel or in the whole server.',
    options: {
      story: { name: SETTINGS_OPTIONS.story, description: 'The story that questions here are about.' },
      answerHere: { name: SETTINGS_OPTIONS.answerHere, description: 'Whether it answers here at all.' },
      private: {
        name: SETTINGS_OPTIONS.private,
        description: 'Whether only the person who asks sees the answer, unless they ask otherwise.',
      },
      followUps: {
        name: SETTINGS_OPTIONS.followUps,
        description: 'Whether a question may lean on what was asked before it.',
      },
      wholeServer: {
        name: SETTINGS_OPTIONS.wholeServer,
        description: 'Set it for the whole server instead of this channel.',
      },
    },
  },
};
