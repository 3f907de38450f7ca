const AUXILIARIES =
  'is are was were am do does did has have had can could will would should shall may might must'.split(' ');
const NEGATED = "(?:n't|n’t)?";
const AUXILIARY = `(?:${AUXILIARIES.join('|')})${NEGATED}`;
const WH = '(?:who|whom|whose|what|when|where|why|how|which)';
const SUBJECT =
  '(?:it|they|he|she|there|this|that|these|those|we|you|i|the|any|anyone|anybody|his|her|their|its)';
const QUANTITY = '(?:many|much|long|often|old|big|large|far|high|tall|soon|wide|deep|few)';
/** Verbs whose past is not told by its ending. */
const PAST = String.raw`(?:\p{L}{2,}ed|won|lost|said|says|led|made|took|began|came|went|got|gave|paid|ran|saw|sold|spoke|told|wrote|found|built|bought|died|founded|held|left|met|sent|set|put|hit|beat|broke|caught|chose|fell|fought|shot|stole|struck|wins|runs|owns|leads|gets|knew|knows|wants|thinks|voted|works|lives|pays|makes|goes|else)`;

/**
 * A clause that asks by its own form, with the verb before its subject or the asker for a subject: "who won",
 * "what was the count", "how many voted", "did they". Not "what the mayor said", "when he arrived".
 */
const DIRECT = new RegExp(
  String.raw`^(?:(?:and|but|so|or|also|then|plus|now)\b,?\s+){0,2}(?:` +
    [
      String.raw`(?:what|when|where|why|how|who|whom)(?:'s|’s|'re|’re|'d|’d)(?![\p{L}'’])`,
      String.raw`(?:what|when|where|why|how|who|whom|which)\s+(?:else\s+|exactly\s+|the hell\s+)?${AUXILIARY}(?![\p{L}'’])`,
      String.raw`who\s+(?:else\s+|exactly\s+|first\s+)?${PAST}(?![\p{L}'’])`,
      String.raw`what\s+(?:else\s+)?(?:happens|happened|caused|led|prompted|made|triggered|comes|came|changed|changes|remains|if|about|next|now)\b`,
      String.raw`(?:what|which|whose)\s+(?!to\b|the\b|an?\b|${SUBJECT}\s)(?:[\p{L}\p{N}'’-]+\s+){1,4}(?:${AUXILIARY}|${PAST})(?![\p{L}'’])`,
      String.raw`how\s+(?:come|about)\b`,
      String.raw`(?:who|what|when|where|why|how)\W*$`,
      String.raw`how\s+${QUANTITY}(?![\p{L}'’])`,
      String.raw`(?:by|for|at|in|on|to|from|with|since|of|until|under|after|about)\s+(?:how\s+${QUANTITY}|what|which|whom|whose|when|where)(?![\p{L}'’])`,
      String.raw`${AUXILIARY}\s+${SUBJECT}(?![\p{L}'’])`,
    ].join('|') +
    ')',
  'iu',
);

/** "Did Amazon appeal": a name is told by its capital, so that here the letters' case is read. */
const OF_A_NAME = new RegExp(
  String.raw`^(?:(?:[Aa]nd|[Bb]ut|[Ss]o|[Oo]r|[Aa]lso|[Tt]hen|[Pp]lus|[Nn]ow),?\s+){0,2}` +
    String.raw`(?:${AUXILIARIES.map((word) => `[${word[0]}${word[0]?.toUpperCase()}]${word.slice(1)}`).join('|')})${NEGATED}\s+\p{Lu}`,
  'u',
);

/** Asks by its form alone, without any mark: "who won", "what was the count", "did they vote". */
export function asksDirectly(clause: string): boolean {
  return DIRECT.test(clause.trim()) || OF_A_NAME.test(clause.trim());
}

/** How many words of a clause ask: "what did he say about how many" has two. */
export function askingWords(clause: string): number {
  return clause.match(new RegExp(String.raw`(?<![\p{L}'’])${WH}(?:['’]s)?(?![\p{L}'’])`, 'giu'))?.length ?? 0;
}
