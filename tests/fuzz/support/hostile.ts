import fc from 'fast-check';

/** What tries to mention, to format, to link, to command or to hide, on any of the platforms. */
export const TRICKS: readonly string[] = [
  '@everyone @here',
  '<!channel> <!here> <!everyone> <!subteam^S0123|x>',
  '<@U0123ABCD> <@!123456789012345678> <@&123456789012345678> <#C0123|general> <#123456789012345678>',
  '<https://evil.example|Reuters> [Reuters](https://evil.example) [x]: javascript:alert(1)',
  '*bold* _italic_ ~gone~ **strong** __under__ ||spoiler|| `code` ```block``` > quote',
  '# heading\n- list\n1. list\n-# small\n>>> quote',
  '<script>alert(1)</script><img src=x onerror=alert(1)><svg/onload=alert(1)>',
  '"><!--</title></textarea></style></script><b onmouseover=alert(1)>',
  '&amp; &lt; &#60; &#x3c; &nbsp; &quot; &apos;',
  '\u001b[31mred\u001b[0m \u001b]0;title\u0007 \u001b]8;;https://evil.example\u001b\\link\u001b]8;;\u001b\\ \u009b2J',
  '\u202eright to left\u202c \u2066isolate\u2069 \u200fmark\u200e',
  'zero\u200bwidth \u200c\u200d\u2060\ufeff\u00ad\u180e\u034f',
  'рaypal аpple Ⅻ ﬁ ｆｕｌｌ 𝐛𝐨𝐥𝐝 ℌ',
  'e\u0301 Z\u0351\u036b\u0343\u0300\u0301\u0302\u0303\u0304\u0305a\u0488',
  '👩‍👩‍👧‍👦 🏳️‍🌈 🇩🇪 1️⃣ :tada: <:name:123456789012345678> <a:name:123456789012345678> <t:1700000000:R> </ask:123456789012345678>',
  '\u0000\u0001\u0008\u000b\u007f\u0085\u2028\u2029',
  '\ud800 \udc00 x\ud83d',
  '__proto__ constructor prototype hasOwnProperty toString valueOf then',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what templates of others would run
  '${7*7} {{7*7}} %s %n $& $1 $` \\u0041 \\',
  '\'; DROP TABLE questions; -- " OR 1=1',
  '../../../etc/passwd ..\\..\\windows C:\\ /dev/null file:///etc/passwd',
  '---\nkey: value\n---\n',
  'NAME: spoke. Caption: shown.',
];

/** Words as people write them, so that what is made reads now and then like a question or a story. */
const WORDS = [
  'who', 'what', 'when', 'how many', 'did', 'the', 'of', 'and', 'was', 'vote', 'votes', 'council', 'ferry', 'Ms. Okafor', 'Dr.', 'U.S.', '$1.4 million', '12 to 3', '2021-11-29', 'Nov. 29', '3.5%', 'said', '“We did,”', "it's", 'No.', 'a.m.', '?', '.', '!', '…', '—', ',', ';', ':', '(', ')', '\n', '\n\n', '\t',
]; // biome-ignore format: one list of words

/** Any text, with everything in it that has ever been used against a chat bot. */
export function hostileText(maxParts = 12): fc.Arbitrary<string> {
  const part = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
    { weight: 3, arbitrary: fc.constantFrom(...TRICKS) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
  );
  return fc
    .tuple(fc.array(part, { maxLength: maxParts }), fc.constantFrom(' ', '', '\n'))
    .map(([parts, between]) => parts.join(between));
}

/**
 * Texts of the form by which regular expressions are made to run away: a beginning, a piece many times over,
 * and an end that does not fit.
 *
 * @param maxLength of the whole, in UTF-16 code units
 */
export function pumpedText(maxLength = 100_000): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.constantFrom(' ', '\n', '\t', '\r\n', 'a', 'A', '1', '.', ',', '-', '—', '"', "'", '“', '(', '[', '<', '>', '&', '*', '_', '~', '`', '#', '|', '\\', '/', ':', '@', '\u00a0', '\u200b', '\u0301', '1,', 'a ', 'A. ', 'a-', 'a.', ' \n', '\n\n', '> ', '- ', '](', '![', '<a', '</', '&#', '{{', 'A b ', '.\u201d ', 'http://', 'www.', 'Mr. ', 'No. '), // biome-ignore format: one list of pieces
    fc.constantFrom(...TRICKS),
    fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 4 }),
  );
  return fc
    .tuple(hostileText(3), piece, fc.integer({ min: 1, max: maxLength }), hostileText(2))
    .map(([before, repeated, length, after]) => {
      const times = Math.max(1, Math.floor(length / repeated.length));
      return `${before}${repeated.repeat(times)}${after}`.slice(0, maxLength);
    });
}
