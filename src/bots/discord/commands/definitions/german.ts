import { SETTINGS } from './names.ts';
import type { CommandTexts } from './texts.ts';

export const GERMAN: CommandTexts = {
  ask: {
    name: 'fragen',
    description: 'Beantwortet eine Frage zu einem Thema mit dem, was die Artikel sagen, Wort für Wort.',
    options: {
      question: { name: 'frage', description: 'Was möchtest du wissen?' },
      story: { name: 'thema', description: 'Das Thema, in dem gesucht wird; ohne es in allen.' },
      private: { name: 'privat', description: 'Die Antwort nur mir zeigen.' },
    },
  },
  find: { name: 'In unseren Themen suchen' },
  settings: {
    name: SETTINGS,
    description: 'Zeigt und ändert, wie Nutgraf in diesem Kanal oder im ganzen Server antwortet.',
    options: {
      story: { name: 'thema', description: 'Das Thema, um das es in Fragen hier geht.' },
      answerHere: { name: 'hier-antworten', description: 'Ob es hier überhaupt antwortet.' },
      private: {
        name: 'privat',
        description: 'Ob nur die fragende Person die Antwort sieht, solange sie nichts anderes wünscht.',
      },
      followUps: {
        name: 'nachfragen',
        description: 'Ob sich eine Frage auf das beziehen darf, was vorher gefragt wurde.',
      },
      wholeServer: {
        name: 'ganzer-server',
        description: 'Für den ganzen Server festlegen statt für diesen Kanal.',
      },
    },
  },
};
