import { plainOf } from './entities.ts';

/** A node of a JSON-LD graph. */
export type Node = { readonly [key: string]: unknown };

/** What the page says of itself elsewhere, to tell its article from those that it only links to. */
export interface Hints {
  readonly addresses: readonly string[];
  readonly headlines: readonly string[];
}

/** Schema.org's `Article` and what stands under it; any other "…Article" is one too. */
const ARTICLE = /(?:Article|BlogPosting|Report|SocialMediaPosting|DiscussionForumPosting)$/;
/** Each is compared with all that the page says of itself. Live blogs state their posts by the hundred, after themselves. */
const MOST_ARTICLES = 500;
/** Where the graph leads on to the article of the page, and never to articles beside it. */
const LEADS_ON = ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemReviewed'];

/**
 * Finds the article that the page is about among all that its JSON-LD blocks hold.
 *
 * @param blocks the text of the page's JSON-LD scripts
 * @param hints what the page states about itself elsewhere
 * @returns its node with references (`@id`) followed, or `null`
 */
export function mainArticle(blocks: readonly string[], hints: Hints): Node | null {
  const roots = blocks.map((block) => parseJson(block)).filter((value) => value !== null);
  const known = new Map<string, Node>();
  for (const root of roots) index(root, known, 0);
  const articles = roots
    .flatMap((root) => reachable(root, 0))
    .filter((node) => typesOf(node).some((type) => ARTICLE.test(type)))
    .slice(0, MOST_ARTICLES);
  const scored = articles.map((node) => ({ node, score: matches(node, hints) }));
  const best = scored.reduce<(typeof scored)[number] | null>(
    (top, one) => (top === null || one.score > top.score ? one : top),
    null,
  );
  return best && resolved(best.node, known);
}

/** What a property says, as text: of an object its name, of a list its first. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return plainOf(value) || null;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return firstOf(value.slice(0, MOST_TEXTS).map((item) => textOf(item)));
  if (isNode(value)) {
    return firstOf([value.name, value['@value'], value.headline].map((inner) => textOf(inner)));
  }
  return null;
}

/** A property with more is no list of writers or dates. */
const MOST_TEXTS = 100;

/** What a property says, as a list of texts. */
export function textsOf(value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value];
  return values.slice(0, MOST_TEXTS).flatMap((item) => textOf(item) ?? []);
}

/** Whether the property names a page, a person …: only its address counts. */
export function addressesOf(node: Node): string[] {
  const page = node.mainEntityOfPage;
  const inner = isNode(page) ? [page['@id'], page.url] : [page];
  return [node.url, ...inner, node['@id']].filter((value) => typeof value === 'string');
}

function firstOf(values: readonly (string | null)[]): string | null {
  return values.find((value) => value !== null) ?? null;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typesOf(node: Node): string[] {
  const type = node['@type'];
  return (Array.isArray(type) ? type : [type])
    .filter((name) => typeof name === 'string')
    .map((name) => name.trim());
}

/** Graphs do not nest deeper than this; hostile ones would not end. */
const DEEPEST = 12;

function reachable(value: unknown, depth: number): Node[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((item) => reachable(item, depth + 1));
  if (!isNode(value)) return [];
  return [value, ...LEADS_ON.flatMap((key) => reachable(value[key], depth + 1))];
}

function index(value: unknown, known: Map<string, Node>, depth: number): void {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return;
  if (isNode(value)) {
    const id = value['@id'];
    // A bare reference has nothing but its name.
    if (typeof id === 'string' && Object.keys(value).length > 1 && !known.has(id)) known.set(id, value);
  }
  for (const inner of Object.values(value)) index(inner, known, depth + 1);
}

function resolved(node: Node, known: ReadonlyMap<string, Node>): Node {
  const follow = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((item) => follow(item));
    if (!isNode(value) || typeof value['@id'] !== 'string' || 'name' in value) return value;
    return known.get(value['@id']) ?? value;
  };
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, follow(value)]));
}

function matches(node: Node, { addresses, headlines }: Hints): number {
  const own = addressesOf(node).map((address) => bare(address));
  const titles = [textOf(node.headline), textOf(node.name)].filter((title) => title !== null);
  return (
    (addresses.some((address) => own.includes(bare(address))) ? 4 : 0) +
    (titles.some((title) => headlines.some((other) => sameStart(title, other))) ? 2 : 0) +
    (typeof node.articleBody === 'string' ? 1 : 0) +
    ('headline' in node ? 1 : 0)
  );
}

function bare(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?|[?#][\s\S]*/gi, '').replace(/\/$/, '');
}

function sameStart(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length > 8 && long.toLowerCase().startsWith(short.slice(0, 60).toLowerCase());
}

/** Sites write this by hand and by template: comments, CDATA, raw line ends and commas too many occur. */
function parseJson(block: string): unknown {
  const source = block.trim();
  const start =
    /^(?:\/\/ ?)?(?:<!--|<!\[CDATA\[)|^\/\*\s{0,9}<!\[CDATA\[\s{0,9}\*\//.exec(source)?.[0].length ?? 0;
  // Looked for at the end alone: in the whole text each run of spaces would be tried again and again.
  const tail =
    /(?:\/\/\s{0,9}|\/\*\s{0,9})?(?:-->|\]\]>)(?:\s{0,9}\*\/)?;?$|;$/.exec(source.slice(-40))?.[0].length ??
    0;
  const json = source.slice(start, source.length - tail);
  return tried(json) ?? tried(mended(json));
}

function tried(source: string): unknown {
  try {
    return JSON.parse(source) as unknown;
  } catch {
    // Skipped: what is not JSON states nothing.
    return null;
  }
}

/**
 * Strings are matched first, so that what is mended between them never
 * touches their words; each piece may end with the text, so that nothing is tried twice.
 */
const PIECES = /"(?:[^"\\]|\\[\s\S]?)*(?:"|$)|\/\*[\s\S]*?(?:\*\/|$)|(?<![:"\w])\/\/[^\n]*|,(?=\s*[}\]])/g;

/** An article with all its body is a tenth of this. */
const LONGEST_MENDED = 500_000;

function mended(source: string): string {
  if (source.length > LONGEST_MENDED) return source;
  return source.replace(PIECES, (piece) =>
    piece.startsWith('"')
      ? piece
          .replace(/\\(?!["\\/bfnrtu])/g, '\\\\')
          .replace(/[\0-\x1F]/g, (mark) => (mark === '\n' ? '\\n' : mark === '\t' ? '\\t' : ' '))
      : '',
  );
}
