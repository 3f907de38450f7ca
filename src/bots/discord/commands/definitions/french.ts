import { SETTINGS } from './names.ts';
import type { CommandTexts } from './texts.ts';

export const FRENCH: CommandTexts = {
  ask: {
    name: 'demander',
    description: 'Répond à une question sur l’actualité avec ce que disent les articles, mot pour mot.',
    options: {
      question: { name: 'question', description: 'Que voulez-vous savoir ?' },
      story: { name: 'sujet', description: 'Le sujet où chercher ; sans lui, dans tous.' },
      private: { name: 'privé', description: 'Ne montrer la réponse qu’à moi.' },
    },
  },
  find: { name: 'Chercher cela dans nos sujets' },
  settings: {
    name: SETTINGS,
    description: 'Montre et change la façon dont Nutgraf répond dans ce salon ou dans tout le serveur.',
    options: {
      story: { name: 'sujet', description: 'Le sujet sur lequel portent les questions ici.' },
      answerHere: { name: 'répondre-ici', description: 'S’il répond ici ou non.' },
      private: {
        name: 'privé',
        description: 'Si seule la personne qui demande voit la réponse, sauf demande contraire.',
      },
      followUps: {
        name: 'suites',
        description: 'Si une question peut s’appuyer sur ce qui a été demandé avant.',
      },
      wholeServer: {
        name: 'tout-le-serveur',
        description: 'Le régler pour tout le serveur au lieu de ce salon.',
      },
    },
  },
};
