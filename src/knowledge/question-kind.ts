import type { AnswerKind } from './answer-kind.ts';
import { fragmentKind } from './questions/fragment.ts';
import { termOf } from './words/terms.ts';

export type { AnswerKind } from './answer-kind.ts';

const UNIT = 'years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centuries';
const ASKED = String.raw`\b(?:what|which|whose|name)(?:'s| is| was| are| were)?(?: the| a| an)?(?: \w+){0,2}? `;

/**
 * In order: the first that matches decides. Each reads a question in lower case with single spaces; the
 * repetitions are bounded, so that matching stays linear.
 */
const RULES: readonly (readonly [AnswerKind, RegExp])[] = [
  [
    'share',
    /\b(?:what|which|how (?:large|big|high|great)) (?:a |the |was the |is the )?(?:share|percentage|percent|proportion|fraction|part of the (?:vote|work\w*|people|public|electorate))\b|\bturn-?out\b|\bpercentage\b/,
  ],
  [
    'effect',
    /\bwhat (?:does|did|do|will|would|could|might)\b.{1,80}\bmean\b|\b(?:what|which) (?:is|are|was|were|will be|would be) (?:the |its |their )?(?:likely |possible )?(?:impacts?|effects?|consequences?|significance|implications?|importance|meaning)\b|\bwhy (?:does|is|was|did) .{1,60}\b(?:matter|important|significant)\b/,
  ],
  [
    'reason',
    /\bwhy\b|\bhow (?:come|so)\b|\bwhat (?:led|caused|prompted|triggered|made)\b|\b(?:reasons?|grounds|causes?) (?:for|of|behind|that|was|were|is|did|do)\b|\bwhat for\b/,
  ],
  [
    'money',
    /\bhow much (?:is|are|was|were|does|do|did|will) (?:a|an|the|it|they|this|that|one|each)\b|\bhow much (?:money|cash|funding|(?:\S+ ){0,6}?(?:worth|cost|costs|pay|paid|raise|raised|spend|spent|earn|earned|owe|lose|lost|make|charge|fined?))\b|\b(?:what|how much|how high)\b.{0,60}\b(?:price|cost|costs|salary|wages?|budget|revenue|fee|fine|value|valuation|payout|profit|debt|worth)\b/,
  ],
  [
    'duration',
    new RegExp(
      String.raw`\bhow (?:long|many (?:${UNIT}))\b|\bfor how long\b|\bwhat (?:is|was) the (?:duration|length) of\b`,
    ),
  ],
  [
    'date',
    /\bwhen\b|\b(?:what|which|on what|in what|in which|on which) (?:day|date|year|month|week|time|season|century|decade)\b|\bhow (?:recently|soon)\b|\bwhat (?:is|was) the (?:date|deadline|year)\b/,
  ],
  ['age', /\bhow old\b|\b(?:what|which) age\b|\bwhat (?:is|was) (?:\S+ ){1,4}age\b/],
  [
    'score',
    /\b(?:votes?|ballots?|elections?|final|polls?) (?:counts?|tally|tallies|totals?|results?|margins?|scores?|numbers?|figures?)\b|\b(?:count|tally|totals?|results?|margin|score) of the (?:vote|election|game|match|poll)\b|\bby (?:what|how (?:wide|big|much of)) (?:a )?(?:margin|score|vote)\b|\bby how much\W*$|\b(?:what was|what's|whats) the (?:score|tally|vote)\b|\bresults?\W*$/,
  ],
  [
    'number',
    /\bhow (?:many|much|big|large|high|tall|far|fast|often|old|deep|wide|heavy|strong)\b|\b(?:counts?|numbers?|tally|tallies|totals?|scores?|figures?|margins?|majority|amounts?|size|head ?count)\b/,
  ],
  ['state', /\b(?:what|which)(?:'s| is| was)? (?:the )?(?:us |u\.s\. |american )?states?\b(?! of)/],
  ['country', /\b(?:what|which) (?:country|countries|nation|continent|part of the world)\b/],
  [
    'place',
    /\bwhere\b|\b(?:what|which) (?:city|town|county|place|region|village|province|location|area|site|street|neighbou?rhood|part of the (?:country|state|city))\b/,
  ],
  [
    'statement',
    /\bwhat (?:else )?(?:did|does|do|has|have|had|was|is|were|are)\b.{1,80}\b(?:say|said|saying|argue|argued|claim|claimed|tell|told|allege|alleged|accuse|describe|described|testify|testified|respond|responded|react|reaction|response|answer|comment|statement|quote|position|stance|view)\b|\bquotes?\b|\bquoted\b|\bhow (?:did|does|do|has|have)\b.{1,60}\b(?:respond|react|answer|reply|comment)\b|\bwhat (?:is|was|were)\b.{0,40}\b(?:response|reaction|statement|reply)\b/,
  ],
  [
    'name',
    /\bwho(?:'s| is| was| are| were) (?:the |an? |its |their |his |her |\w+'s )(?!\w+(?:ed|ing)\b)|\bwhat(?:'s| is| was| are| were) (?:the )?(?:full )?names?\b|\bwhat (?:is|was) \S+(?: \S+){0,4} (?:name|called|named)\b/,
  ],
  [
    'person',
    /\b(?:who|whom|whose)\b|\b(?:what|which) (?:person|people|man|woman|official|officials|leader|expert|player|author|artist|president|minister)\b/,
  ],
  [
    'body',
    new RegExp(
      ASKED +
        String.raw`(?:agency|union|board|party|court|university|college|school|department|ministry|institution|council|commission|committee|authority|body)\b`,
    ),
  ],
  [
    'organisation',
    new RegExp(
      ASKED +
        String.raw`(?:company|organi[sz]ation|group|team|outlet|firm|newspaper|network|bank|retailer|employer|corporation|business|charity|club|broadcaster)\b`,
    ),
  ],
  [
    'yes-no',
    /^(?:and |so |but )?(?:whether|is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|should|shall|may|might|must|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|hasn't|haven't|won't|can't)\b/,
  ],
  ['manner', /\bhow\b/],
];

/**
 * What would answer a question.
 *
 * @param text the question
 * @returns the kind
 */
export function kindOf(text: string): AnswerKind {
  const plain = text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/\b(what|who|where|when|why|how)'s\b/g, '$1 is')
    .replace(/\s+/g, ' ')
    .trim();
  return RULES.find(([, rule]) => rule.test(plain))?.[0] ?? fragmentKind(plain) ?? 'thing';
}

/**
 * Words that say which kind is asked for, and so are seldom in the sentence that answers: "count" asks for
 * a number, and the sentence holds the number. They count for a quarter of what other words do, and a
 * sentence that holds the kind of thing holds them. Nouns only: the verb in "when will they be counted" weighs.
 */
const KIND_WORDS: ReadonlySet<string> = new Set(
  `count number tally total score figure amount size margin result share percentage percent proportion fraction
  date day year month week time state city town country county place region location area part world name called
  reason cause kind type sort quote statement long old far often big large high tall last person people man woman
  agency company organisation organization group body firm employer price cost worth mean impact effect response reaction comment`.split(
    /\s+/,
  ),
);

/** Whether a word, lower case, in the singular or the plural, only names the kind that is asked for. */
export function namesKind(word: string): boolean {
  return KIND_WORDS.has(word) || KIND_WORDS.has(word.replace(/s$/, ''));
}

/** Words that say how or when something is asked, and little about what; they count for as much. */
const LIGHT_TERMS: ReadonlySet<string> = new Set(
  `now today currently exactly exact actually really ever even going think believe happen take put
  more most less least final overall officially`
    .split(/\s+/)
    .map(termOf),
);

/** Whether a word, in any of its forms, says little about what is asked. */
export function isLight(word: string): boolean {
  return LIGHT_TERMS.has(termOf(word));
}
