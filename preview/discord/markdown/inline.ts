import { type Content, el, type Html, lines, link } from '../../html.ts';
import { nameOf } from '../../names.ts';
import type { Known } from '../known.ts';
import { momentShown } from '../timestamp.ts';

/** One kind of thing within a line, and how Discord shows it. Those that stand first win. */
interface Rule {
  readonly at: RegExp;
  show(match: readonly string[], known: Known): Content;
}

/** What stands between two marks; a backslash takes the meaning from the mark behind it. */
const between = (mark: string) =>
  new RegExp(`${mark}((?:\\\\[\\s\\S]|(?!${mark})[^\\\\])+)${mark}(?!${mark.slice(0, 2)})`);

const wrapped = (at: RegExp, name: string, className: string | null = null): Rule => ({
  at,
  show: ([, inner = ''], known) => el(name, { class: className }, inline(inner, known)),
});

const EMPHASIS: readonly Rule[] = [
  { at: /\*\*\*((?:\\[\s\S]|[^\\*])+)\*\*\*/, show: ([, inner = ''], known) => both(inner, known) },
  wrapped(between('\\*\\*'), 'strong'),
  wrapped(between('__'), 'u'),
  wrapped(between('~~'), 's'),
  wrapped(between('\\|\\|'), 'span', 'spoiler'),
  wrapped(/\*(?=\S)((?:\\[\s\S]|\*\*|[^\\*])*[^\s*\\]|\\[^\s])\*(?!\*)/, 'em'),
  wrapped(/(?<![\p{L}\p{N}])_((?:\\[\s\S]|__|[^\\_])+)_(?![\p{L}\p{N}_])/u, 'em'),
];

const RULES: readonly Rule[] = [
  { at: /\\([^\p{L}\p{N}\s])/u, show: ([, sign = '']) => sign },
  { at: /(?<!`)(`+)(?!`)([\s\S]*?[^`])\1(?!`)/, show: ([, , text = '']) => el('code', {}, text.trim()) },
  {
    at: /\[((?:\\[\s\S]|[^[\]\\\n])+)\]\((<?)(https?:\/\/[^\s<>)]+|https?:\/\/[^\s<>]+(?=>))>?\)/,
    show: masked,
  },
  { at: /<(https?:\/\/[^\s<>]+)>/, show: ([, url = '']) => link(url, url) },
  { at: /https?:\/\/[^\s<>]*[^\s<>.,:;"')\]*|]/, show: ([url = ''], known) => address(url, known) },
  { at: /<t:(-?\d{1,13})(?::([tTdDfFR]))?>/, show: moment },
  { at: /<@!?(\w+)>/, show: ([, id = ''], { names }) => mention(`@${nameOf(names, id)}`) },
  { at: /<@&(\w+)>/, show: ([, id = ''], { names }) => mention(`@${nameOf(names, id)}`) },
  { at: /<#(\w+)>/, show: ([, id = ''], { names }) => mention(`# ${nameOf(names, id)}`) },
  { at: /<\/([^:<>\n]+):\d+>/, show: ([, name = '']) => mention(`/${name}`) },
  { at: /@(everyone|here)\b/, show: ([, who = '']) => mention(`@${who}`) },
  { at: /<a?:(\w+):\d+>/, show: ([, name = '']) => `:${name}:` },
  ...EMPHASIS,
];

/** Discord shows a link as it was written when its words look like another address. */
const NO_WORDS = /https?:\/\/|\p{Extended_Pictographic}\uFE0F?$/u;

/**
 * Shows what stands within a line or a paragraph.
 *
 * @param text Discord's Markdown
 * @param known what Discord knows besides
 * @returns its markup
 */
export function inline(text: string, known: Known): Content {
  return shownBy(RULES, text, known);
}

function shownBy(rules: readonly Rule[], text: string, known: Known): Content {
  const found = rules.flatMap((rule) => {
    const match = rule.at.exec(text);
    return match === null ? [] : [{ rule, match }];
  });
  const [first] = found.sort((a, b) => a.match.index - b.match.index);
  if (first === undefined) return lines(text);
  const { rule, match } = first;
  return [
    lines(text.slice(0, match.index)),
    rule.show(match, known),
    shownBy(rules, text.slice(match.index + match[0].length), known),
  ];
}

function both(inner: string, known: Known): Html {
  return el('em', {}, el('strong', {}, inline(inner, known)));
}

/** Discord undoes no escapes in the words of a link. */
function masked([written = '', words = '', , url = '']: readonly string[], known: Known): Content {
  return NO_WORDS.test(words) ? lines(written) : link(url, shownBy(EMPHASIS, words, known));
}

/** The address of a message is shown as where it stands. */
function address(url: string, { names }: Known): Content {
  const [, channel] = /^https:\/\/discord\.com\/channels\/(?:\d+|@me)\/(\d+)\/\d+$/.exec(url) ?? [];
  return channel === undefined ? link(url, url) : mention(`# ${nameOf(names, channel)} › message`);
}

function moment([written = '', seconds = '', style = 'f']: readonly string[], { now }: Known): Content {
  const words = momentShown(Number(seconds), style, now);
  return words === null ? written : el('time', {}, words);
}

/** @returns a mention, set off as in Discord; nobody is told of it here */
function mention(text: string): Html {
  return el('span', { class: 'mention' }, text);
}
