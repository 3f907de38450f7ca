import { isHostQuestion } from '../../host-question.ts';

/** Requests are short, so the end of a long turn is enough to look at. UTF-16 code units. */
const TAIL = 400;

/**
 * @param turn what somebody says
 * @returns whether it ends with a question, or with a request such as "Tell us why."
 */
export function asks(turn: string): boolean {
  return /\?["”’)\]]*$/.test(turn) || isHostQuestion(lastSentence(turn.slice(-TAIL)));
}

function lastSentence(tail: string): string {
  const before = /^.*[.?!]["”’)]* +(?=\S)/s.exec(tail);
  return before === null ? tail : tail.slice(before[0].length);
}
