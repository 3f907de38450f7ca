import { fetchAnswer } from './fetching.ts';
import type { Say } from './live.ts';

/** Shown only to those who wait as long as this, in ms: most answers are there sooner. */
const WAITING = 200;
const HEARD_AFTER = 1_000;

/**
 * Shows the answers to further questions under the first. Each has an address, which Back and a reload lead to.
 *
 * @param say tells what has come
 * @param better makes a new part of the page better, as the first was
 */
export function keepConversation(say: Say, better: (part: ParentNode) => void): void {
  /** What stood at an entry of the history. */
  const left = new Map<string, HTMLElement>();
  let asked: AbortController | null = null;
  let shown = here();
  let key = keyOf(history.state) ?? newKey();
  mark(document.querySelector('.turn'), location.href);
  remember();

  async function ask(form: HTMLFormElement, address: string): Promise<void> {
    asked?.abort();
    asked = new AbortController();
    const { signal } = asked;
    form.parentElement?.querySelector('.trouble')?.remove();
    const done = waiting(form, say);
    try {
      const fetched = await fetchAnswer(address, signal);
      signal.throwIfAborted();
      done();
      if ('main' in fetched) add(fetched.main, address);
      else tell(form, fetched.trouble, () => ask(form, address));
    } catch {
      // Another question was asked meanwhile, or the reader went back.
      done();
    }
  }

  function add(from: HTMLElement, address: string): void {
    const main = document.querySelector('main');
    const [turn, form] = [from.querySelector<HTMLElement>('.turn'), from.querySelector('form[data-ask]')];
    const box = main?.querySelector('form[data-ask]');
    if (main === null || turn === null || form === null || !box) return;
    left.set(key, blank(main.cloneNode(true) as HTMLElement));
    for (const heading of main.querySelectorAll('h1')) heading.replaceWith(lower(heading));
    const [known, story] = [main, turn].map((part) => [...part.querySelectorAll('.within')].at(-1));
    if (story?.textContent === known?.textContent) story?.remove();
    box.before(turn);
    box.replaceWith(form);
    history.pushState({}, '', address);
    key = newKey();
    remember();
    mark(turn, location.href);
    entitle(main, from.dataset.title ?? document.title);
    better(main);
    reach(turn);
    say(gist(turn));
  }

  function remember(): void {
    shown = here();
    history.replaceState({ ...history.state, nutgraf: key }, '');
  }

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.matches('[data-ask]')) return;
    // The first answer is a page of its own: the browser shows how that goes.
    if (document.querySelector('main .turn') === null) return;
    event.preventDefault();
    const query = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    void ask(form, `/?${query}`);
  });

  addEventListener('popstate', ({ state }) => {
    // To another place of the same page.
    if (here() === shown) return;
    asked?.abort();
    const [main, before] = [document.querySelector('main'), left.get(keyOf(state) ?? '')];
    if (main === null || before === undefined) return location.reload();
    left.set(key, main);
    main.replaceWith(before);
    shown = here();
    key = keyOf(state) ?? '';
    entitle(before, before.dataset.title ?? document.title);
    better(before);
    before.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  });
}

/** A copy holds what is being typed: it stands for the page as it was before. */
function blank(main: HTMLElement): HTMLElement {
  for (const input of main.querySelectorAll<HTMLInputElement>('input[name="q"]')) input.value = '';
  return main;
}

function here(): string {
  return location.pathname + location.search;
}

/** Unique among all pages that the history of a tab may lead to. */
function newKey(): string {
  return `${performance.timeOrigin + performance.now()}`;
}

function keyOf(state: unknown): string | null {
  return (state as { readonly nutgraf?: string } | null)?.nutgraf ?? null;
}

function mark(turn: HTMLElement | null, address: string): void {
  if (turn !== null) turn.dataset.address = address;
}

function entitle(main: HTMLElement, title: string): void {
  main.dataset.title = title;
  document.title = title;
}

/** The page has one heading of the first level: the question that was asked last. */
function lower(heading: HTMLElement): HTMLElement {
  const lowered = document.createElement('h2');
  for (const { name, value } of heading.attributes) lowered.setAttribute(name, value);
  lowered.append(...heading.childNodes);
  return lowered;
}

function reach(turn: HTMLElement): void {
  turn.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  turn.scrollIntoView({ behavior: isStill ? 'instant' : 'smooth', block: 'start' });
}

/** What is said first: the quotation with its source, or that there is none. */
function gist(turn: HTMLElement): string {
  const parts = [...turn.querySelectorAll('.verdict, .lead blockquote, .lead figcaption')].slice(0, 2);
  return parts.map((part) => part.textContent?.replace(/\s+/g, ' ').trim()).join(' – ');
}

/** @returns ends the waiting */
function waiting(form: HTMLFormElement, say: Say): () => void {
  const timers = [
    setTimeout(() => form.setAttribute('aria-busy', 'true'), WAITING),
    setTimeout(() => say('Looking for the answer.'), HEARD_AFTER),
  ];
  return () => {
    for (const timer of timers) clearTimeout(timer);
    form.removeAttribute('aria-busy');
  };
}

function tell(form: HTMLFormElement, sentence: string, again: () => void): void {
  const trouble = document.createElement('div');
  const [words, button] = [document.createElement('p'), document.createElement('button')];
  trouble.className = 'trouble';
  trouble.setAttribute('role', 'alert');
  words.textContent = sentence;
  button.type = 'button';
  button.className = 'button quiet';
  button.textContent = 'Try again';
  button.addEventListener('click', () => {
    form.querySelector<HTMLElement>('input')?.focus();
    again();
  });
  trouble.append(words, button);
  // Not `after`: a form has its fields by their names, and one is called so.
  form.insertAdjacentElement('afterend', trouble);
}
