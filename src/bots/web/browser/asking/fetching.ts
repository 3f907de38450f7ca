/** The part of a page that changes, or the sentence that says why there is none. */
export type Fetched = { readonly main: HTMLElement } | { readonly trouble: string };

/** Longer than any answer takes, in ms. */
const LONGEST = 15_000;
const NOT_REACHED = 'The page cannot be reached: look whether you are online.';
const TOO_SLOW = 'The answer does not come.';
const NO_ANSWER = 'Something went wrong and your question was not answered.';

/**
 * Fetches an answer as a page of its own would show it.
 *
 * @param address of the answer
 * @param signal gives it up
 * @returns what to show
 * @throws the signal's reason
 */
export async function fetchAnswer(address: string, signal: AbortSignal): Promise<Fetched> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), LONGEST);
  signal.addEventListener('abort', () => late.abort());
  try {
    const response = await fetch(address, {
      headers: { 'x-nutgraf-part': 'answer' },
      // Kept by the browser, it could be shown in the place of the whole page.
      cache: 'no-store',
      signal: late.signal,
    });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const main = page.querySelector('main');
    if (response.ok && main?.querySelector('.turn')) return { main: document.importNode(main, true) };
    return { trouble: page.querySelector('[data-sentence]')?.textContent ?? NO_ANSWER };
  } catch {
    signal.throwIfAborted();
    return { trouble: late.signal.aborted ? TOO_SLOW : NOT_REACHED };
  } finally {
    clearTimeout(timer);
  }
}
