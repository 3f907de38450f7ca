/**
 * As much of the peers' types as is used here. They are installed in this folder alone, and the repository
 * is checked without them. MiniSearch and the stemmer are Nutgraf's own too.
 */

declare module '@orama/stopwords/english' {
  export const stopwords: string[];
}

declare module '@orama/stemmers/english' {
  export const language: string;
  export const stemmer: (word: string) => string;
}

declare module '@orama/orama' {
  type Database = { readonly schema: unknown };
  export function create(options: {
    schema: Record<string, string>;
    components: { tokenizer: object };
    plugins: readonly object[];
  }): Database;
  export function insertMultiple(
    database: Database,
    documents: readonly object[],
    batch: number,
  ): Promise<unknown>;
  export function search(
    database: Database,
    query: { term: string; limit: number },
  ): Promise<{ readonly hits: readonly { readonly id: string }[] }>;
}

declare module '@orama/plugin-qps' {
  export function pluginQPS(): object;
}

declare module 'flexsearch' {
  export const Charset: { readonly Default: object };
  export class Encoder {
    constructor(options: object);
    assign(options: object): this;
  }
  export class Index {
    constructor(options: { tokenize: string; encoder: Encoder; resolution: number });
    add(id: number, text: string): this;
    search(query: string, options: { limit: number; suggest: boolean }): number[];
  }
}

declare module 'flexsearch/lang/en' {
  const english: object;
  export default english;
}

declare module 'fuse.js' {
  export default class Fuse {
    constructor(
      list: readonly string[],
      options: { useTokenSearch: boolean; threshold: number; tokenize: (text: string) => string[] },
    );
    search(query: string, options: { limit: number }): readonly { readonly refIndex: number }[];
  }
}

declare module 'lunr' {
  type Step = (token: unknown) => unknown;
  interface Query {
    term(terms: readonly unknown[], options: object): Query;
  }
  interface LunrIndex {
    query(make: (query: Query) => void): readonly { readonly ref: string }[];
  }
  interface Builder {
    readonly searchPipeline: { before(existing: Step, added: Step): void };
    ref(name: string): void;
    field(name: string): void;
    add(document: object): void;
  }
  const lunr: {
    (configure: (builder: Builder) => void): LunrIndex;
    tokenizer(text: string): readonly unknown[];
    readonly stemmer: Step;
    readonly trimmer: Step;
  };
  export default lunr;
}

declare module 'wink-bm25-text-search' {
  interface Engine {
    defineConfig(config: { fldWeights: Record<string, number> }): void;
    definePrepTasks(tasks: readonly ((text: string) => string[])[]): void;
    addDoc(document: object, id: number): void;
    consolidate(): void;
    search(text: string, limit: number): readonly (readonly [string, number])[];
  }
  export default function bm25(): Engine;
}

declare module 'wink-eng-lite-web-model' {
  const model: object;
  export default model;
}

declare module 'wink-nlp' {
  interface Token {
    out(what: unknown): unknown;
  }
  interface Tokens {
    filter(keep: (token: Token) => boolean): Tokens;
    each(visit: (token: Token) => void): void;
  }
  export default function winkNLP(model: object): {
    readonly its: Readonly<Record<'type' | 'stem' | 'stopWordFlag', unknown>>;
    readDoc(text: string): { tokens(): Tokens };
  };
}

declare module 'node-sqlite3-wasm' {
  interface Statement {
    run(values: readonly (number | string)[]): unknown;
    all(values: readonly (number | string)[]): readonly { readonly rowid: number }[];
  }
  class Database {
    constructor(path: string);
    get(query: string): Readonly<Record<string, unknown>>;
    exec(command: string): void;
    prepare(command: string): Statement;
  }
  const sqlite: { readonly Database: typeof Database };
  export default sqlite;
}

declare module 'node:sqlite' {
  interface Statement {
    run(...values: readonly (number | string)[]): unknown;
    all(...values: readonly (number | string)[]): readonly { readonly rowid: number }[];
  }
  export class DatabaseSync {
    constructor(path: string);
    exec(command: string): void;
    prepare(command: string): Statement;
  }
}
