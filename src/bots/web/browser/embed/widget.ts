import { type Asking, askServer, type Server, suggestions } from './api.ts';
import { combobox } from './combobox.ts';
import { element, link } from './dom.ts';
import { turnOf } from './turn.ts';

const LABEL = 'label';
const NOTE = 'Quoted from the articles, word for word.';
const LOOKING = 'Looking in the articles…';

/**
 * Fills a box: a question, what the articles say, and questions that follow from it. Nothing is asked of any server
 * before somebody types.
 *
 * @param box where
 * @param server what answers
 */
export function startWidget(box: HTMLElement, server: Server): void {
  const first = server.story === null ? 'Ask about the news' : 'Ask about this story';
  const label = element('label', { id: LABEL, for: 'question' }, first);
  const { input, list, close } = combobox(
    LABEL,
    (typed, signal) => suggestions(server, typed, signal),
    (question) => void ask({ question, after }),
  );
  const turns = element('div', { class: 'turns', role: 'log', 'aria-label': 'Answers' });
  const status = element('p', { class: 'status', role: 'status' });
  const again = element('button', { type: 'button', class: 'again', hidden: '' }, 'Try again');
  const anew = element('button', { type: 'button', class: 'quiet', hidden: '' }, 'Start over');
  const form = element(
    'form',
    {},
    label,
    element('div', { class: 'line' }, input, element('button', { class: 'ask' }, 'Ask'), list),
  );
  const home = link(server.origin, document.createTextNode('Nutgraf'));
  const note = element('p', {}, NOTE);
  box.setAttribute('aria-labelledby', LABEL);
  box.append(turns, form, element('div', { class: 'foot' }, status, again, note, home, anew));

  let after: string | null = null;
  let failed: Asking | null = null;
  let asking = new AbortController();

  const tell = (text: string, state: 'looking' | 'failed' | null) => {
    status.textContent = text;
    note.hidden = state !== null;
    again.hidden = state !== 'failed';
    box.classList.toggle('looking', state === 'looking');
    box.classList.toggle('failed', state === 'failed');
  };
  const begin = (hasTurns: boolean) => {
    label.textContent = hasTurns ? 'Ask a follow-up' : first;
    anew.hidden = !hasTurns;
  };
  const ask = async (question: Asking) => {
    close();
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    input.value = question.question;
    const { value } = input;
    tell(LOOKING, 'looking');
    const outcome = await askServer(server, question, signal).catch(() => null);
    if (outcome === null) return;
    failed = 'failure' in outcome ? question : null;
    if ('failure' in outcome) return tell(outcome.failure, 'failed');
    after = outcome.after;
    const turn = turnOf(outcome.answer, server.origin, (suggested) => {
      // A button that is pressed may be far from the box.
      input.focus({ preventScroll: true });
      void ask({ question: suggested, after });
    });
    turns.append(turn);
    // Whoever types on while they wait keeps what they typed.
    if (input.value === value) input.value = '';
    tell('', null);
    begin(true);
    // A keyboard on the screen would hide the answer.
    if (matchMedia('(pointer: coarse)').matches) input.blur();
    turn.scrollIntoView({ block: 'nearest' });
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const question = input.value.trim();
    if (question === '') input.focus();
    else void ask({ question, after });
  });
  again.addEventListener('click', () => {
    input.focus();
    if (failed !== null) void ask(failed);
  });
  anew.addEventListener('click', () => {
    asking.abort();
    after = null;
    turns.replaceChildren();
    input.value = '';
    tell('', null);
    begin(false);
    input.focus();
  });
}
