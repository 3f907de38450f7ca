import { type Content, el, type Html, joined, lines, link } from '../html.ts';
import { type Names, nameOf } from '../names.ts';

/** One kind of thing within mrkdwn, and how Slack shows it. Those that stand first win. */
interface Rule {
  readonly at: RegExp;
  show(match: readonly string[], names: Names): Content;
}

/** A sign of emphasis counts at the edge of a word only: `snake_case` and `2 * 3 * 4` stay as they are. */
const emphasis = (sign: string, name: string, className: string | null = null): Rule => ({
  at: new RegExp(
    `(?<![\\p{L}\\p{N}${sign}])${sign}(?![\\s${sign}])([^${sign}\\n]*[^\\s${sign}])${sign}(?![\\p{L}\\p{N}${sign}])`,
    'u',
  ),
  show: ([, inner = ''], names) => el(name, { class: className }, inline(inner, names)),
});

const RULES: readonly Rule[] = [
  { at: /```\n?([\s\S]+?)\n?```/, show: ([, text = '']) => el('pre', {}, decoded(text)) },
  { at: /`([^`\n]+)`/, show: ([, text = '']) => el('code', {}, decoded(text)) },
  { at: /<([^<>\n]+)>/, show: ([, text = ''], names) => control(text, names) },
  emphasis('\\*', 'strong'),
  emphasis('_', 'em'),
  emphasis('~', 's'),
  { at: /https?:\/\/[^\s<>|*]+/, show: ([url = '']) => link(decoded(url), decoded(url)) },
];

/**
 * Shows a text with Slack's own marks
 * (https://docs.slack.dev/messaging/formatting-message-text): links, mentions, emphasis, code, quotes.
 *
 * @param text mrkdwn, with `&`, `<` and `>` as entities
 * @param names what the ids in it are called
 * @returns its markup
 */
export function mrkdwn(text: string, names: Names = {}): Html {
  const parts = text.split(/(```[\s\S]+?```|^(?:>|&gt;).*(?:\n(?:>|&gt;).*)*)/m);
  return joined(
    parts.map((part) => {
      if (!/^(?:>|&gt;)/.test(part))
        return inline(
          part.replace(/^\n|\n$/g, (end) => (parts.length > 1 ? '' : end)),
          names,
        );
      return el('blockquote', {}, inline(part.replace(/^(?:>|&gt;) ?/gm, ''), names));
    }),
  );
}

/**
 * Shows plain text: letter for letter.
 *
 * @param text the text
 * @returns its markup
 */
export function plainText(text: string): Html {
  return lines(text);
}

function inline(text: string, names: Names): Content {
  const found = RULES.map((rule) => ({ rule, match: rule.at.exec(text) })).filter(
    ({ match }) => match !== null,
  );
  const first = found.reduce<(typeof found)[number] | null>(
    (best, next) => (best === null || (next.match?.index ?? 0) < (best.match?.index ?? 0) ? next : best),
    null,
  );
  if (first === null || first.match === null) return lines(decoded(text));
  const { rule, match } = first;
  return [
    lines(decoded(text.slice(0, match.index))),
    rule.show(match, names),
    inline(text.slice(match.index + match[0].length), names),
  ];
}

/** What stands in angle brackets: a link, a mention, a date. */
function control(text: string, names: Names): Content {
  const [target = '', ...rest] = text.split('|');
  const label = rest.length === 0 ? null : decoded(rest.join('|'));
  const subject = target.slice(1);
  if (target.startsWith('@')) return mention(`@${label ?? nameOf(names, subject)}`);
  if (target.startsWith('#')) return mention(`#${label ?? nameOf(names, subject)}`);
  if (target.startsWith('!subteam^')) return mention(label ?? `@${nameOf(names, target.slice(9))}`);
  if (target.startsWith('!date^')) return label ?? decoded(target);
  if (target.startsWith('!')) return mention(`@${subject}`);
  const url = decoded(target);
  return link(url, label ?? url.replace(/^mailto:/, ''));
}

/**
 * @param text with its `@` or `#`
 * @returns a mention, as Slack sets it off
 */
export function mention(text: string): Html {
  return el('span', { class: 'mention' }, text);
}

/** Slack knows these three entities and no others. */
function decoded(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
