import { SETTINGS } from './names.ts';
import type { CommandTexts } from './texts.ts';

/** For Spain and for Latin America alike. */
export const SPANISH: CommandTexts = {
  ask: {
    name: 'preguntar',
    description:
      'Responde a una pregunta sobre una noticia con lo que dicen los artículos, palabra por palabra.',
    options: {
      question: { name: 'pregunta', description: '¿Qué quieres saber?' },
      story: { name: 'noticia', description: 'La noticia en la que buscar; sin ella, en todas.' },
      private: { name: 'privado', description: 'Mostrarme la respuesta solo a mí.' },
    },
  },
  find: { name: 'Buscar esto en las noticias' },
  settings: {
    name: SETTINGS,
    description: 'Muestra y cambia cómo responde Nutgraf en este canal o en todo el servidor.',
    options: {
      story: { name: 'noticia', description: 'La noticia de la que tratan las preguntas aquí.' },
      answerHere: { name: 'responder-aquí', description: 'Si responde aquí o no.' },
      private: {
        name: 'privado',
        description: 'Si solo quien pregunta ve la respuesta, mientras no pida otra cosa.',
      },
      followUps: {
        name: 'seguimiento',
        description: 'Si una pregunta puede apoyarse en lo que se preguntó antes.',
      },
      wholeServer: {
        name: 'todo-el-servidor',
        description: 'Fijarlo para todo el servidor en vez de para este canal.',
      },
    },
  },
};
