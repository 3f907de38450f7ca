/** What may stand before the request itself: "So", "And", "OK,", "All right, well,". */
const OPENING =
  /^(?:(?:so|and|but|ok|okay|well|now|all right|alright|right|then|um|uh|yeah|yes|sure|please|first|finally|just|again|also|quickly|briefly|meanwhile|hey|hi|hello|actually|i mean|you know|in the meantime|for now)\b[,.…]?(?: [-–—]+)? +)+/iu;
/** "Alina," at the beginning; a name without its comma only after an opening, since "Workers tell us …" states. */
const CALLED =
  /^(?!(?:If|When|Then|First|Please)\b)\p{Lu}[\p{L}\p{M}.'’-]+(?: \p{Lu}[\p{L}\p{M}.'’-]+)?,(?: +please,?)? +/u;
const CALLED_BARE = /^\p{Lu}[\p{L}\p{M}'’-]*[^\Ws](?= (?:tell|walk|give|talk|remind|explain|take|help)\b) +/u;

const HEARERS =
  '(?:us|me|(?:our|the|your|my) (?:listeners|viewers|readers|audience)|people(?: listening| watching)?|folks)';

/** Each begins with the verb; what follows it tells a request from a statement or a saying. */
const REQUESTS: readonly RegExp[] = [
  new RegExp(
    `^(?:tell|remind|show) ${HEARERS}\\b(?: (?:a (?:little|bit)|more|again|briefly|quickly|first|just|please|here|exactly|in a few words|about|of|what|when|where|who|whom|whose|which|why|how|if|whether|that|your|the)\\b|,|\\.|$)`,
    'i',
  ),
  new RegExp(
    `^(?:walk|talk|take|run|lead|guide|bring) ${HEARERS} (?:\\w+ )?(?:through|back|inside|into|to|over|up)\\b`,
    'i',
  ),
  new RegExp(
    `^(?:give|paint|draw|offer) (?:to )?${HEARERS} (?:an?|the|some|more|your|just|any|one|that|those|another)\\b(?! (?:break|minute|second|moment|call|hand|lift|ride))`,
    'i',
  ),
  new RegExp(
    `^(?:help|let) ${HEARERS} (?:to )?(?:understand|make sense|know|see|hear (?:it|from)|get|picture|in on)\\b`,
    'i',
  ),
  new RegExp(`^(?:fill|catch) ${HEARERS} (?:in|up)\\b`, 'i'),
  new RegExp(
    `^(?:explain|describe|lay|break|set|put|spell|summari[sz]e|unpack|sum|define|sketch|outline|compare)\\b.{0,80}\\b(?:for|to|with) ${HEARERS}\\b`,
    'i',
  ),
  /^(?:explain|describe|unpack|summari[sz]e) (?:to us |for us )?(?:(?:that|this|it)\b(?! as)|(?:what|how|why|who|where|the|your|a (?:little|bit))\b)/i,
  /^(?:(?:i want|i would like|i['’]d like|i have) to|let me(?: just)?) ask (?:you|about)\b(?! all)/i,
  /^(?:explain|elaborate)[.!]?$/i,
  /^(?:talk|speak|say)(?: to us| with us| to me)?(?: (?:a (?:little(?: bit)?|bit)|some|something|just|more|briefly|again|further)){0,2} (?:more )?(?:about|on) /i,
  /^(?:say|tell) more\b/i,
  /^(?:can|could|would|will) you (?:please |just |briefly |quickly |also |maybe )?(?:tell|remind|show|walk|talk|take|give|help|explain|describe|share|bring|fill)\b/i,
];

/** Set phrases, and what somebody is reported to have said. */
const NO_REQUEST =
  /^tell me about it\W*$|["“”]|, (?:\p{L}+ ){0,4}(?:said|says|asked|told|shouted|wrote|chanted|demanded|begged|replied|recalled)\b/iu;

/** A request is short; what is longer states something too. Words. */
const LONGEST_REQUEST = 40;

/**
 * Whether a sentence of a transcript is a host's question without its mark: "Tell us what happened today.",
 * "So, Ruth, walk us through the ruling." It is known by its first words alone, so that neither reported
 * speech nor "the workers tell us …" is taken for one.
 *
 * @param sentence one sentence of a transcript, without its speaker
 * @returns whether it asks somebody to tell something
 */
export function isHostQuestion(sentence: string): boolean {
  if (NO_REQUEST.test(sentence) || sentence.split(/\s+/).length > LONGEST_REQUEST) return false;
  const opened = sentence.replace(OPENING, '');
  const named = opened.replace(CALLED, '');
  const bare = opened === sentence ? named : named.replace(CALLED_BARE, '');
  const request = bare.replace(OPENING, '').replace(/^(?:do|please|just) /i, '');
  return REQUESTS.some((form) => form.test(request));
}
