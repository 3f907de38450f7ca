import { element, theirs } from './dom.ts';

/** A box to type in with a list of what could be meant: the combobox of the ARIA practices. */
export interface Combobox {
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
  close(): void;
}

/** More would cover what somebody reads while they type. */
const MOST = 5;
/** Whoever types is not asked after each letter, in ms. */
const PAUSE = 140;

/**
 * @param label id of what names the box
 * @param find finds what could be meant by what was typed
 * @param chosen is told what was chosen
 * @returns the box and its list, which are put into a page
 */
export function combobox(
  label: string,
  find: (typed: string, signal: AbortSignal) => Promise<readonly string[]>,
  chosen: (question: string) => void,
): Combobox {
  const input = element('input', {
    id: 'question',
    type: 'text',
    role: 'combobox',
    dir: 'auto',
    enterkeyhint: 'send',
    autocomplete: 'off',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': 'found',
  });
  const list = element('ul', { id: 'found', role: 'listbox', 'aria-labelledby': label, hidden: '' });
  let options: readonly HTMLElement[] = [];
  let active = -1;
  let looking = new AbortController();

  const mark = (index: number) => {
    active = index;
    for (const [at, option] of options.entries()) option.setAttribute('aria-selected', String(at === index));
    const id = options[index]?.id;
    if (id === undefined) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', id);
  };
  const show = (questions: readonly string[]) => {
    options = questions.map((question, index) => {
      const option = element('li', { id: `found-${index}`, role: 'option' }, theirs(question));
      option.addEventListener('click', () => choose(question));
      return option;
    });
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    input.setAttribute('aria-expanded', String(options.length > 0));
    mark(-1);
  };
  const close = () => {
    looking.abort();
    show([]);
  };
  const choose = (question: string) => {
    close();
    chosen(question);
  };
  const look = async (pause: number) => {
    looking.abort();
    looking = new AbortController();
    const { signal } = looking;
    await new Promise((resolve) => setTimeout(resolve, pause));
    const typed = input.value.trim();
    if (signal.aborted) return;
    const found = typed === '' ? [] : await find(typed, signal);
    if (!signal.aborted) show(found.filter((question) => question !== typed).slice(0, MOST));
  };
  const move = (by: 1 | -1) => {
    // One place more than there are options: that of the box itself.
    const places = options.length + 1;
    mark(((active + 1 + by + places) % places) - 1);
  };

  input.addEventListener('input', () => void look(PAUSE));
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const question = options[active]?.textContent;
    if (event.key === 'ArrowDown' && options.length === 0) void look(0);
    else if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && question != null) choose(question);
    else if (event.key === 'Escape' && options.length > 0) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  // The page sees keys pressed in the element and no box to type in: its shortcuts would take them for theirs.
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    input.addEventListener(type, (event) => {
      if (event.key !== 'Escape') event.stopPropagation();
    });
  }
  // The box keeps the focus, so that it does not close before it is chosen from.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  return { input, list, close };
}
