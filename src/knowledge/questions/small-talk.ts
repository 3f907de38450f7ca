import { isIdle } from './fillers.ts';

/** Words to the bot itself, as whole messages. */
const TO_US =
  /^(?:(?:please )?help(?: me)?|stop|cancel|quit|exit|start|menu|settings|test(?:ing)?|ping|yes|yep|no|nope|sure|haha+|got it|perfect|awesome|goodbye|see you|huh|really|seriously|right|what|who are you|what are you|what(?:['’]s| is) your name|what (?:can|do) you do|what can i ask(?: you)?|how (?:do|does|can) (?:you|this|it|i use (?:you|this)) ?(?:work)?|how are you(?: doing)?|are you (?:a )?(?:bot|human|robot|there|alive))(?:,? (?:today|please|then|nutgraf|bot))*[\s!.?…:)]*$/i;
/** After an answer these ask for more of it. */
const ASKS_BACK = /^(?:what|right|really|seriously|huh)\b/i;

/**
 * @param text what was asked
 * @param afterAnswer whether something was asked before it in the same thread
 * @returns whether nothing is asked of a story by it: a greeting, thanks, words to the bot. Whoever says it is best
 *   told how to ask
 */
export function isSmallTalk(text: string, afterAnswer: boolean): boolean {
  const said = text.trim();
  return isIdle(said) || (TO_US.test(said) && !(afterAnswer && ASKS_BACK.test(said)));
}
