/** Whether it is asked who did something, or whom it was done to. */
export type AskedRole = 'doer' | 'done-to';

const WHO = /^(?:and |but |so )?(whom?)(?: else)? ([\p{L}'’]+)(?![\p{L}'’])(?: (.*)|\W*)$/iu;
const BEING = /^(?:is|are|was|were|got|gets|being)$/;
const HAVING = /^(?:has|have|had)$/;
const OTHER_HELPER = /^(?:will|would|can|could|should|shall|may|might|must)$/;
const PARTICIPLE = /(?:ed|en|t)$/;

/**
 * "Who beat Aldous?" and "who did Aldous beat?" have the same words, and ask for different people.
 *
 * @param plain a question in plain words
 * @returns whom it asks for, as far as its form tells
 */
export function roleOf(plain: string): AskedRole | null {
  const [, who, second, after = ''] = WHO.exec(plain.toLowerCase().trimEnd()) ?? [];
  const rest = after.replace(/(?<!\W)\W+$/iu, '');
  if (who === undefined || second === undefined) return null;
  if (who === 'whom') return 'done-to';
  if (/^(?:did|do|does)$/.test(second)) return /^(?:it|this|that|so)$/.test(rest) ? 'doer' : 'done-to';
  const words = rest.split(' ');
  const [next = '', last = ''] = [words[0], words.at(-1)];
  if (HAVING.test(second)) return afterHaving(next, last);
  if (BEING.test(second)) return afterBeing(next, last);
  return OTHER_HELPER.test(second) ? null : 'doer';
}

/** "Who has sued Brannigan?", "who has Brannigan sued?", "who has been sued?" */
function afterHaving(next: string, last: string): AskedRole | null {
  if (next === 'been') return 'done-to';
  if (PARTICIPLE.test(next)) return 'doer';
  return PARTICIPLE.test(last) && next !== 'to' ? 'done-to' : null;
}

/** "Who is suing Brannigan?", "who is Brannigan suing?", "who was beaten?", "who was Aldous beaten by?" */
function afterBeing(next: string, last: string): AskedRole | null {
  if (next.endsWith('ing')) return 'doer';
  if (/(?:ed|en)$/.test(next)) return 'done-to';
  if (last === 'by') return 'doer';
  return last.endsWith('ing') ? 'done-to' : null;
}
