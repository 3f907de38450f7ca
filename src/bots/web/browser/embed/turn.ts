import type { AnswerJson } from './answer-json.ts';
import { element, theirs } from './dom.ts';
import { quotation } from './quotation.ts';
import { type Group, type Section, SUGGESTIONS_HEADING, sectionsOf } from './sections.ts';

/**
 * @param answer what the API says
 * @param origin of the server
 * @param ask asks a question that was suggested
 * @returns what was asked and what the articles say
 */
export function turnOf(answer: AnswerJson, origin: string, ask: (question: string) => void): HTMLElement {
  const sections = sectionsOf(answer).flatMap((section) => sectionNodes(section, origin, ask));
  return element('div', { class: 'turn' }, ...sections);
}

function sectionNodes(section: Section, origin: string, ask: (question: string) => void): readonly Node[] {
  const { question, sentence, notes, groups, suggestions } = section;
  const [answering, others] = [
    groups.filter(({ kind }) => kind === 'lead'),
    groups.filter(({ kind }) => kind !== 'lead'),
  ];
  return [
    ...(question === null ? [] : [element('p', { class: 'asked' }, theirs(question))]),
    ...(sentence === null ? [] : [element('p', { class: 'sentence' }, sentence)]),
    ...answering.map((group) => groupNode(group, origin)),
    ...notes.map((note) => element('p', { class: 'note' }, note)),
    ...others.map((group) => groupNode(group, origin)),
    ...(suggestions.length === 0 ? [] : [suggestionsNode(suggestions, ask)]),
  ];
}

function groupNode({ kind, heading, quotes }: Group, origin: string): HTMLElement {
  return element(
    'div',
    { class: kind },
    heading === null ? null : element('p', { class: 'heading' }, heading),
    element('div', { class: 'quotes' }, ...quotes.map((quote) => quotation(quote, origin))),
  );
}

function suggestionsNode(questions: readonly string[], ask: (question: string) => void): HTMLElement {
  const buttons = questions.map((question) => {
    const button = element('button', { type: 'button' }, theirs(question));
    button.addEventListener('click', () => ask(question));
    return element('li', {}, button);
  });
  return element(
    'div',
    { class: 'suggestions' },
    element('p', { class: 'heading' }, SUGGESTIONS_HEADING),
    element('ul', {}, ...buttons),
  );
}
