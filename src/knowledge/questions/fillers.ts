const ASKS = '(?:who|whom|whose|what|when|where|why|how|which|if|whether)';
const QUICK = '(?:quick|short|small|simple|silly|dumb|stupid|random|last|more|final|other|real|really|basic)';
const YOU = `(?:you|u|ya|y'all|someone|somebody|anyone|anybody|any of you)(?: guys| all| folks| here| there| people)*`;
const KINDLY =
  '(?: please| pls| plz| kindly| maybe| possibly| perhaps| quickly| just| also| happen to| by any chance| at all)*';

/** What may stand before a question and asks nothing itself. Each is taken away as often as it comes. */
const BEFORE: readonly RegExp[] = [
  /^(?:(?:hey|hi|hello|hiya|heya|howdy|yo|greetings|(?:good )?(?:morning|afternoon|evening))(?: (?:there|all|everyone|everybody|folks|guys|team|people|y'all|bot|nutgraf|again|friends))*[\s,!.:;–—-]*[,!.:;–—-]\s*|(?:hey|hi|hello|hiya|yo)(?: (?:there|all|everyone|everybody|folks|guys|team|bot|nutgraf))* +(?=(?:who|what|when|where|why|how|which|can|could|do|does|did|is|are|was|were|will|any|i|quick|pls|please|just|sorry|so|tell|one)\b))/i,
  /^(?:ok|okay|so|well|um+|uh+|hmm+|right|alright|all right|oh|ah|thanks|thank you|thx|cool|great|nice|got it)(?:[,!.:;–—-]+\s*|\.\.\.\s*|…\s*)/i,
  /^(?:ok|okay|well|um+|uh+|hmm+|oh) +(?=(?:who|what|when|where|why|how|which|so|and|but)\b)/i,
  new RegExp(
    `^(?:(?:i have|i've got|i got|i had|got|have|there's|here's|here is|just|a|an|one|another|my|the|and|only|with)\\s+)*(?:${QUICK}\\s+)*(?:question|questions|q|qq|query|${QUICK} one)\\b(?: (?:for (?:you|u|y'all|the group)|here|though|pls|please|guys|folks|everyone|about (?:this|that|it|the story|the article)))*\\s*(?:[:,.!;]|\\s[–—-])+\\s*`,
    'i',
  ),
  /^(?:sorry|apologies|excuse me|pardon(?: me)?|forgive me)\b[^?!.:;\n,]{0,70}(?:[,.:;!]|\s[–—-])\s*(?:but |and )?/i,
  /^(?:sorry|apologies|excuse me|pardon me)\b[^?!.:;\n,]{0,70}? but /i,
  /^(?:please|pls|plz|kindly)(?:,\s*|\s+)/i,
  /^so +(?=(?:i|can|could|do|does|any|please|pls|tell|just)\b)/i,
  /^just\s+(?=(?:who|what|when|where|why|how|which|tell|asking|wondering|curious|wanted)\b)/i,
  /^(?:i(?:'m| am)? )?(?:just |only |also )?(?:curious|wondering|asking for a friend|asking)\b(?:,|:| –| —| -)?\s+(?:about |as to )?/i,
  /^i(?:'m|'ve| am| was| have| had| do)?(?: been)? (?:(?:just|also|really|only|kind of|kinda|still) )*(?:wonder|wondered|wondering|curious)\b,?\s+(?:about |as to )?(?:if (?:you|u|anyone|anybody|someone) (?:know|knows|knew|could tell me|can tell me)\s+(?:about )?)?/i,
  /^(?:(?:i|we)(?:'d| would| do| really| just| also)* )?(?:want|need|like|love|wanted|trying|hoping|wish)(?: to) (?:know|find out|understand|ask|hear|learn|figure out)(?: (?:more|a bit more|something))?\b,?\s+(?:you )?(?:about |of )?/i,
  /^(?:i|we)(?:'m| am|'re| are) (?:looking for|after|interested in|trying to find(?: out)?)\s+/i,
  /^(?:i|we)(?: just)? (?:need|want)\s+(?=the\b)/i,
  /^i (?:don't|dont|do not|can't|cannot|couldn't) (?:know|understand|see|find(?: out)?|remember|recall)\s+(?=(?:who|what|when|where|why|how|which)\b)/i,
  new RegExp(
    `^(?:do|does|would) (?:${YOU})${KINDLY} (?:know|remember|recall|have (?:an |any )?(?:idea|info\\w*|clue))(?: (?:about|of|on))?,?\\s+(?=(?:${ASKS}|the|a|an)\\b)`,
    'i',
  ),
  new RegExp(
    `^(?:(?:${YOU}) )?(?:any|have any|got any)?\\s*(?:idea|ideas|clue|word|info|news|thoughts|know|knows)(?: (?:about|of|on|as to))?,?\\s+(?=${ASKS}\\b)`,
    'i',
  ),
  new RegExp(
    `^(?:can|could|would|will) (?:${YOU})${KINDLY} (?:(?:tell|give|show|remind|help)(?: me| us)${KINDLY}(?: (?:out|with|understand|find(?: out)?|figure out|see))?|let (?:me|us) know|explain(?: to me| to us)?|find out|look up|check|confirm|clarify|say|share)${KINDLY}(?: about| again)?,?\\s+`,
    'i',
  ),
  new RegExp(
    `^(?:can|could|may|might) (?:i|we)${KINDLY} (?:ask|know|find out|get|have)(?: you| u)?${KINDLY}(?: about)?,?\\s+(?=(?:${ASKS}|the)\\b)`,
    'i',
  ),
  new RegExp(`^(?:tell|give|show|remind|let)(?: me| us)(?: know)?${KINDLY}(?: about| again)?[,:]?\\s+`, 'i'),
];

/** How each of them begins: most questions are past this test at once. */
const BEGINS =
  /^(?:a|ah|alright|all|an|and|another|any|anybody|anyone|apologies|asking|can|cool|could|curious|do|does|evening|excuse|final|forgive|give|good|got|great|greetings|have|hello|here|here's|hey|heya|hi|hiya|hmm+|howdy|i|i'd|i'm|i've|just|kindly|last|let|may|might|more|morning|my|nice|oh|ok|okay|one|only|other|pardon|please|pls|plz|q|qq|query|question|questions|quick|random|real|really|remind|right|short|show|silly|simple|small|basic|dumb|stupid|so|somebody|someone|sorry|tell|thank|thanks|the|there's|thx|u|uh+|um+|we|we'd|we're|well|will|with|wondering|would|y'all|ya|yo|you|afternoon)\b/i;

/** How each of those ends that may stand behind it. */
const ENDS =
  /(?:please|pls|plz|thanks?|you|much|lot|advance|again|all|everyone|guys|thx|tia|cheers|lol|haha+|asap|chance|knows?|says?|btw|anyone|anybody|folks|idea|ideas|clue|what|not|right|bot)[\s?!.…:)]*$/i;

/** What may stand behind it. */
const AFTER =
  /(?:(?<!\s)\s+[,.!?;–—-]+\s*|(?<![\s,.!?;–—-])[,.!?;–—-]+\s*|(?<!\s)\s+)(?=[a-z])(?:please|pls|plz|(?:thanks|thank you)(?: (?:so|very) much| a lot| in advance| again| all| everyone| guys)*|thx(?: in advance)?|tia|cheers|lol|haha+|asap|by any chance|if (?:you|u|anyone|anybody) (?:know|knows|can say)s?|btw|(?<=[,?!.–—-]\s*)(?:anyone|anybody|guys|folks|everyone|do (?:you|we) know|does (?:anyone|anybody) know|any (?:idea|ideas|clue)|or what|or not|right|bot))[\s?!.…:)]*$/i;

/** More rounds than anybody's manners take: what is nothing but "hi, hi, hi, …" is not read over and over. */
const ROUNDS = 40;

/** Longer than any greeting, in UTF-16 code units. */
const LONGEST_IDLE = 100;
/** Nothing but a greeting or thanks. */
const IDLE =
  /^\W*(?:(?:hey|hi|hello|hiya|yo|greetings|(?:good )?(?:morning|afternoon|evening|day)|thanks?(?: you)?|thx|cheers|ok|okay|please|sorry|welcome|bye|lol|anyone|anybody|guys|folks|any (?:idea|ideas|clue)|all|everyone|everybody|there|team|again|so much|a lot|very much|in advance|for (?:the|your) help|cool|great|nice|wow|interesting|quick question|one question|two questions|three questions|some questions|(?:a )?(?:couple of|few) questions)\W*)+$/i;

/**
 * Takes away what people put around a question in a chat: greetings, "quick one:", "does anyone know", "pls", thanks.
 * What is left is asked as it would have been without them.
 *
 * @param text a question
 * @returns the same without them; as it was where nothing would be left
 */
export function withoutFillers(text: string): string {
  let left = text.trim().replaceAll('’', "'");
  for (let before = '', rounds = 0; before !== left && rounds < ROUNDS && BEGINS.test(left); rounds++) {
    before = left;
    for (const form of BEFORE) left = left.replace(form, '').trimStart();
  }
  for (let before = '', rounds = 0; before !== left && rounds < ROUNDS && ENDS.test(left); rounds++) {
    before = left;
    left = left.replace(AFTER, (filler) => (filler.includes('?') ? '?' : '')).trim();
  }
  left = left.replace(/^(?:if|whether or not|whether)\b(?=.*\S)/i, (word) =>
    left.length === text.trim().length ? word : word === 'IF' ? 'WHETHER' : 'whether',
  );
  return /[\p{L}\p{N}]/u.test(left) ? left : text.trim();
}

/**
 * @param text a sentence
 * @returns whether it is only a greeting, thanks or the announcement of a question
 */
export function isIdle(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text) || (text.length <= LONGEST_IDLE && IDLE.test(text));
}
