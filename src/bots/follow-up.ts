/** Longer messages tell something, even where they end in a question. */
const LONGEST = 300;
const WHO = '(?:who|what|when|where|which|whose|why|how)';
/** "How many were against", "who else voted", "why": a question without its mark. */
const ASKS = [
  /^(?:and |but |so |ok |okay )?how (?:many|much|long|old|far|often)\b/i,
  new RegExp(
    `^(?:and |but |so |ok |okay )?${WHO}(?:['’]s| (?:else|is|are|was|were|am|did|do|does|will|would|has|have|had|can|could|should))\\b`,
    'i',
  ),
  /^(?:and |but |so )?(?:who|which|whose) (?:else )?\p{L}+(?: [\p{L}\p{N}’'-]+)+$/iu,
  /^(?:did|does|do|is|are|was|were|will|would|has|have|had) (?:it|he|she|they|there|that|this|the|any)\b/i,
  new RegExp(`^(?:and )?${WHO}$`, 'i'),
  /^(?:who|what) said (?:it|that|this)$/i,
  /^any (?:reaction|comment|word|news|response)\b/i,
];
/** "What about the mayor", "and against": what only makes sense after a question. */
const GOES_ON =
  /^(?:(?:and|or) (?!then\b|so\b|thanks?\b|i\b|we\b|you\b)|(?:what|how) about )[\p{L}\p{N}’' -]{2,60}$/iu;
/** "Who knows": said, not asked. */
const IDLE =
  /^(?:(?:ok|okay|really|right|seriously|yes|no|huh|sure|agreed|ready|done)\W*$|who (?:knows|cares)|what (?:a|an)\b|how (?:nice|strange|sad|odd|funny|awful|great)\b)/i;
/** "Can you send it?", "Anna, could you …": asked of a colleague. */
const OF_OTHERS =
  /^(?:[\p{Lu}][\p{L}’'-]*,\s*)?(?:can|could|would|will|do|did|are|have|shall|should) (?:you|we|i|u|someone|somebody|anyone|anybody)\b/iu;

/**
 * Whether a message in a thread of ours is a question about the story, so that it is answered without a mention. In
 * doubt it is not: a bot that speaks up unasked is worse than one that has to be mentioned.
 *
 * @param text what somebody wrote
 * @returns `true` for a question
 */
export function looksLikeQuestion(text: string): boolean {
  const said = text
    .replace(/https?:\/\/\S+/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (said.length > LONGEST || !/[\p{L}\p{N}]/u.test(said)) return false;
  // "Thanks! Lunch at noon?": the last sentence is what asks.
  const last = said.split(/ (?<=[.!?…]["”’)]* )/).at(-1) ?? said;
  if (OF_OTHERS.test(last) || IDLE.test(last)) return false;
  if (/\?["”’)\s]*$/.test(last)) return true;
  return !/[.!…:;]$/.test(last) && [...ASKS, GOES_ON].some((form) => form.test(last));
}
