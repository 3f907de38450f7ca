/** Longer messages tell something, even where they end in a question. */
const LONGEST = 300;
/** "How many were against", "when is that": a question without its mark. */
const ASKS =
  /^(?:and |but |so |ok |okay )?(?:how (?:many|much|long|old|far|often)\b|(?:who|when|where|what|which|why|how) (?:is|are|was|were|am|did|do|does|will|would|has|have|had|can|could|should|(?:'|’)s)\b|(?:who|what|when|where|why|how)(?:'|’)s\b|(?:did|does|do|is|are|was|were|will|would|has|have|had|can|could) (?:it|he|she|they|there|that|this|the|we|you|any)\b)/i;
/** "What about the mayor", "and against": what only makes sense after a question. */
const GOES_ON =
  /^(?:(?:and|or) (?!then\b|so\b|thanks?\b|i\b|we\b|you\b)|(?:what|how) about )[\p{L}\p{N}’' -]{2,60}$/iu;

/**
 * Whether a message in a thread of ours is a question, so that it is answered without a mention. In doubt it is not:
 * a bot that speaks up unasked is worse than one that has to be mentioned.
 *
 * @param text what somebody wrote
 * @returns `true` for a question
 */
export function looksLikeQuestion(text: string): boolean {
  const said = text.trim();
  if (said === '' || said.length > LONGEST || !/[\p{L}\p{N}]/u.test(said)) return false;
  if (/\?["”’)\s]*$/.test(said)) return true;
  return !/[.!…:;]$/.test(said) && (ASKS.test(said) || GOES_ON.test(said));
}
