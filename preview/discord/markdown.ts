import { type Content, el, type Html, joined } from '../html.ts';
import type { Known } from './known.ts';
import { inline } from './markdown/inline.ts';

const FENCE = /(?<!\\)```(?:[\w+#-]+\n)?\n?([\s\S]+?)\n?```/;
const ITEM = /^( *)([-*]|\d+\.) +(.+)$/;

/** How lines that begin alike are shown together. Those that stand first win. */
const BLOCKS: readonly {
  readonly begins: RegExp;
  show(lines: readonly string[], known: Known): Content;
}[] = [
  {
    begins: /^> /,
    show: (lines, known) =>
      el('blockquote', {}, blocks(lines.map((line) => line.slice(2)).join('\n'), known)),
  },
  { begins: /^-# +\S/, show: (lines, known) => each(lines, /^-# +/, 'small', known) },
  { begins: /^# +\S/, show: (lines, known) => each(lines, /^# +/, 'h1', known) },
  { begins: /^## +\S/, show: (lines, known) => each(lines, /^## +/, 'h2', known) },
  { begins: /^### +\S/, show: (lines, known) => each(lines, /^### +/, 'h3', known) },
  { begins: ITEM, show: list },
];

/**
 * Shows a text as Discord does
 * (https://support.discord.com/hc/en-us/articles/210298617): quotes, lists, headings, small text, emphasis, links.
 *
 * @param text Discord's Markdown
 * @param known what Discord knows besides
 * @returns its markup
 */
export function markdown(text: string, known: Known): Html {
  const [, before = '', rest] = /^([\s\S]*?)(?:^|\n)>>> ([\s\S]*)$/.exec(text) ?? [];
  if (rest === undefined) return fenced(text, known);
  return joined(fenced(before, known), el('blockquote', {}, fenced(rest, known)));
}

function fenced(text: string, known: Known): Html {
  return joined(
    text
      .split(new RegExp(FENCE, 'g'))
      .map((part, index) =>
        index % 2 === 1
          ? el('pre', {}, el('code', {}, part))
          : blocks(part.replace(index > 0 ? /^\n/ : /^(?!)/, ''), known),
      ),
  );
}

function blocks(text: string, known: Known): Content {
  return runs(text === '' ? [] : text.split('\n')).map(({ block, lines }) =>
    block === undefined
      ? el('div', { class: 'paragraph' }, inline(lines.join('\n'), known))
      : block.show(lines, known),
  );
}

interface Run {
  readonly block: (typeof BLOCKS)[number] | undefined;
  readonly lines: string[];
}

function runs(lines: readonly string[]): readonly Run[] {
  const found: Run[] = [];
  for (const line of lines) {
    const block = BLOCKS.find(({ begins }) => begins.test(line));
    const last = found.at(-1);
    if (last !== undefined && last.block === block) last.lines.push(line);
    else found.push({ block, lines: [line] });
  }
  return found;
}

function each(lines: readonly string[], mark: RegExp, name: string, known: Known): Content {
  return lines.map((line) => el(name, {}, inline(line.replace(mark, ''), known)));
}

interface Item {
  readonly depth: number;
  /** `null` for an item with a bullet. */
  readonly number: number | null;
  readonly text: string;
}

/** One list after the other where numbers follow bullets; what stands further to the right belongs to what is above. */
function list(lines: readonly string[], known: Known): Content {
  const lists: Item[][] = [];
  for (const item of lines.map(itemOf)) {
    const last = lists.at(-1);
    const isSame = item.depth > 0 || (last?.[0]?.number === null) === (item.number === null);
    if (last !== undefined && isSame) last.push(item);
    else lists.push([item]);
  }
  return lists.map((items) => {
    const start = items[0]?.number ?? null;
    const shown = items.map(({ depth, text }) =>
      el('li', { class: `level-${Math.min(depth, 3)}` }, inline(text, known)),
    );
    return start === null ? el('ul', {}, shown) : el('ol', { start: String(start) }, shown);
  });
}

function itemOf(line: string): Item {
  const [, indent = '', mark = '', text = ''] = ITEM.exec(line) ?? [];
  const number = /\d/.test(mark) ? Number.parseInt(mark, 10) : null;
  return { depth: Math.floor(indent.length / 2), number, text };
}
