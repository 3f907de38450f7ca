/** An entry as it was sent, but for its id. */
export type Entry = Readonly<Record<string, unknown>>;

/** An index of the server. */
export interface StoredIndex {
  readonly aliases: Set<string>;
  /** What it was made with. */
  readonly body: unknown;
  /** In ms since the epoch. */
  created: number;
  readonly entries: Map<string, Entry>;
  /** What searches see: the entries as they were at the last refresh. */
  seen: ReadonlyMap<string, Entry>;
}

/** What the nodes of one server share: its indexes by name. */
export type State = Map<string, StoredIndex>;

/** What a server answers. */
export interface Reply {
  readonly status?: number;
  readonly body: unknown;
}

/** @returns the indexes of that name, behind that alias, or that begin so where it ends in `*` */
export function indexesOf(state: State, name: string): [string, StoredIndex][] {
  const fits = (own: string, { aliases }: StoredIndex) =>
    name.endsWith('*') ? own.startsWith(name.slice(0, -1)) : own === name || aliases.has(name);
  return [...state].filter(([own, index]) => fits(own, index));
}

export function refused(status: number, type: string): Reply {
  return { status, body: { error: { type, reason: type, root_cause: [] }, status } };
}

interface TermQuery {
  readonly term: Readonly<Record<string, { readonly value: string; readonly boost: number }>>;
}

interface Search {
  readonly size: number;
  readonly query: {
    readonly bool: {
      readonly should: readonly TermQuery[];
      readonly filter?: readonly { readonly terms: { readonly story: readonly string[] } }[];
    };
  };
}

/** As a node does it, but for the order: by the sum of the boosts. */
export function searched(indexes: readonly [string, StoredIndex][], { size, query }: Search): Reply['body'] {
  const { should, filter = [] } = query.bool;
  const hits = indexes.flatMap(([_index, { seen }]) =>
    [...seen].flatMap(([_id, entry]) => {
      if (!filter.every(({ terms }) => terms.story.includes(String(entry.story)))) return [];
      const score = should.reduce((sum, clause) => sum + scoreIn(entry, clause), 0);
      return score > 0 ? [{ _index, _id, score }] : [];
    }),
  );
  hits.sort((a, b) => b.score - a.score);
  const found = hits.slice(0, size).map(({ _index, _id }) => ({ _index, _id }));
  return { status: 200, timed_out: false, _shards: { failed: 0 }, hits: { hits: found } };
}

function scoreIn(entry: Entry, { term }: TermQuery): number {
  const [[field, { value, boost }] = ['', { value: '', boost: 0 }]] = Object.entries(term);
  return String(entry[field] ?? '')
    .split(' ')
    .includes(value)
    ? boost
    : 0;
}

interface Listing {
  readonly size: number;
  readonly search_after?: readonly [string];
}

/** The entries that say that an article is whole, sorted by it. */
export function listed(indexes: readonly [string, StoredIndex][], { size, search_after }: Listing): unknown {
  const after = search_after?.[0] ?? '';
  const hits = indexes
    .flatMap(([, { seen }]) => [...seen.values()])
    .filter(({ whole, article }) => whole === true && String(article) > after)
    .map(({ article, story }) => ({ fields: { article: [article], story: [story] }, sort: [article] }))
    .sort((a, b) => (String(a.sort[0]) < String(b.sort[0]) ? -1 : 1));
  return { timed_out: false, hits: { hits: hits.slice(0, size) } };
}

interface Deleting {
  readonly terms?: { readonly article: readonly string[] };
  readonly bool?: { readonly filter: readonly [{ readonly terms: { readonly article: readonly string[] } }] };
}

export function deleted(indexes: readonly [string, StoredIndex][], { terms, bool }: Deleting): unknown {
  const articles = new Set(terms?.article ?? bool?.filter[0].terms.article);
  let count = 0;
  for (const [, index] of indexes) {
    for (const [id, { article, whole }] of index.seen) {
      if (!articles.has(String(article)) || (bool && whole !== true)) continue;
      index.entries.delete(id);
      count += 1;
    }
    index.seen = new Map(index.entries);
  }
  return { deleted: count, failures: [] };
}
