/**
 * What a message of the bot is to the person who asked: an answer (also that the story does not say), a sentence that
 * asks them to come back later, or the word that something went wrong.
 */
export type Kind = 'answer' | 'refusal' | 'failure';

/** As `src/bots/other-replies.ts` and Discord's manners have them. */
const REFUSALS = /I am being restarted|That is a lot of questions|That took too long for Slack/;
const FAILURES = /Something went wrong here|could not be posted here/;

/**
 * @param text all that is shown
 * @returns what it is
 */
export function kindOf(text: string): Kind {
  if (FAILURES.test(text)) return 'failure';
  return REFUSALS.test(text) ? 'refusal' : 'answer';
}
