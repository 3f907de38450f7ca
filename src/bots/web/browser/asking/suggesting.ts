/** A question that a story answers. */
interface Suggestion {
  readonly question: string;
  readonly story: string;
}

/** Waited for after a key, in ms: shorter asks for every letter, longer is felt. */
const PAUSE = 120;

let boxes = 0;
const better = new WeakSet<HTMLInputElement>();

/**
 * Offers questions while somebody types: the combobox of WAI-ARIA's authoring practices, with a list from which one
 * may be chosen and none is by itself.
 *
 * @param form a box to ask in
 */
export function offerQuestions(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[name="q"]');
  if (input === null || better.has(input)) return;
  better.add(input);
  // A copy of a part of the page has a list that nobody listens to.
  form.querySelector('[role="listbox"]')?.remove();
  boxes += 1;
  const list = document.createElement('ul');
  list.id = `offered-${boxes}`;
  list.className = 'offered';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Questions that are answered');
  input.after(list);
  setAll(input, {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  });

  let offered: readonly Suggestion[] = [];
  let at = -1;
  let timer = 0;
  let asked: AbortController | null = null;

  function close(): void {
    clearTimeout(timer);
    asked?.abort();
    list.hidden = true;
    input?.setAttribute('aria-expanded', 'false');
    select(-1);
  }

  function select(index: number): void {
    at = index;
    [...list.children].forEach((option, each) => {
      option.setAttribute('aria-selected', String(each === at));
    });
    const option = list.children[at];
    if (option === undefined) input?.removeAttribute('aria-activedescendant');
    else {
      input?.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }
  }

  function show(questions: readonly Suggestion[]): void {
    offered = questions;
    list.replaceChildren(
      ...questions.map(({ question }, index) => optionOf(question, `${list.id}-${index}`)),
    );
    list.hidden = questions.length === 0;
    input?.setAttribute('aria-expanded', String(!list.hidden));
    select(-1);
  }

  async function look(typed: string): Promise<void> {
    asked?.abort();
    asked = new AbortController();
    const { signal } = asked;
    try {
      const found = await questionsFor(typed, storyOf(form)?.value ?? '', signal);
      if (!signal.aborted && document.activeElement === input) show(found);
    } catch {
      // Typed further, or not reached: whoever types needs no list to ask.
    }
  }

  function choose({ question, story }: Suggestion): void {
    if (input !== null) input.value = question;
    storyField(form).value = story;
    close();
    form.requestSubmit();
  }

  input.addEventListener('input', () => {
    const typed = input.value.trim();
    close();
    if (typed !== '') timer = window.setTimeout(() => void look(typed), PAUSE);
  });
  input.addEventListener('blur', close);
  form.addEventListener('submit', close);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const chosen = offered[at];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) void look(input.value.trim());
      else select(moved(at, event.key === 'ArrowDown' ? 1 : -1, offered.length));
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && !list.hidden && chosen !== undefined) {
      event.preventDefault();
      choose(chosen);
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') select(-1);
  });
  // The box keeps the focus while one is pressed.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element ? event.target.closest('[role="option"]') : null;
    const chosen = offered[option === null ? -1 : [...list.children].indexOf(option)];
    if (chosen !== undefined) choose(chosen);
  });
}

/** Round and round, with the box itself between the last and the first. */
function moved(at: number, by: 1 | -1, length: number): number {
  const places = length + 1;
  return ((at + 1 + by + places) % places) - 1;
}

function optionOf(question: string, id: string): HTMLLIElement {
  const option = document.createElement('li');
  setAll(option, { id, role: 'option', 'aria-selected': 'false', dir: 'auto' });
  option.textContent = question;
  return option;
}

/** Of the story alone that the box asks. */
async function questionsFor(
  typed: string,
  story: string,
  signal: AbortSignal,
): Promise<readonly Suggestion[]> {
  const query = new URLSearchParams(story === '' ? { q: typed } : { q: typed, story });
  const response = await fetch(`/api/suggest?${query}`, { signal });
  const { suggestions } = (await response.json()) as { readonly suggestions?: readonly Suggestion[] };
  return suggestions ?? [];
}

function storyOf(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector('input[name="story"]');
}

function storyField(form: HTMLFormElement): HTMLInputElement {
  const known = storyOf(form);
  if (known !== null) return known;
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = 'story';
  form.append(field);
  return field;
}

function setAll(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
