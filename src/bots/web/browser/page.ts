import { keepConversation } from './asking/conversation.ts';
import { copyLinks } from './asking/copying.ts';
import { openLive } from './asking/live.ts';
import { offerQuestions } from './asking/suggesting.ts';

/** The page works without this: it adds suggestions, follow-ups in place, and a button that copies a link. */
const say = openLive();

function better(part: ParentNode): void {
  for (const form of part.querySelectorAll<HTMLFormElement>('form[data-ask]')) offerQuestions(form);
  for (const actions of part.querySelectorAll<HTMLElement>('.actions')) actions.hidden = false;
}

copyLinks(say);
keepConversation(say, better);
better(document);

/** Where it would open a keyboard over the page, the box waits to be touched. */
const first = document.querySelector<HTMLInputElement>('[data-first]');
const hasKeyboard = matchMedia('(hover: hover) and (pointer: fine)').matches;
if (hasKeyboard && location.hash === '' && document.activeElement === document.body) {
  first?.focus({ preventScroll: true });
}
