import type { Say } from './live.ts';

const COPIED = 'Link copied';
const BY_HAND = 'Copy it from the address bar';
/** How long the button says so, in ms. */
const SHOWN = 2_500;

/**
 * Lets buttons copy the address of the answer above them.
 *
 * @param say tells what was done
 */
export function copyLinks(say: Say): void {
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-copy]') : null;
    if (button === null) return;
    const address = button.closest<HTMLElement>('.turn')?.dataset.address ?? location.href;
    void copied(address).then((isCopied) => tell(button, isCopied ? COPIED : BY_HAND, say));
  });
}

/** Browsers refuse it where the page is not reached by HTTPS; not on this machine itself. */
async function copied(address: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(address);
    return true;
  } catch {
    return false;
  }
}

function tell(button: Element, words: string, say: Say): void {
  const label = button.querySelector('span');
  if (label === null) return;
  const usual = button.getAttribute('data-copy') || (label.textContent ?? '');
  button.setAttribute('data-copy', usual);
  label.textContent = words;
  say(words);
  setTimeout(() => {
    label.textContent = usual;
  }, SHOWN);
}
