import type { KeyIs } from './key-mark.ts';
import type {
  AnswerStore,
  AskingStore,
  Entry,
  InboxStore,
  InstallationStore,
  JournalStore,
  Post,
  PostedAnswer,
  PostStore,
  SettingsStore,
  Thread,
  ThreadStore,
} from './ledger.ts';

/** What names an answer. */
export type AnswerName = Pick<PostedAnswer, 'bot' | 'channel' | 'message'>;

/** What is written together: the last state of each thing. `null` for what is removed. */
export interface Batch {
  /** A store that may have kept a batch without being able to say so is given it again, by the same id. */
  readonly id: string;
  /** In the order in which they came. */
  readonly entries: readonly Entry[];
  readonly threads: ReadonlyMap<string, Thread>;
  readonly posts: ReadonlyMap<string, Post | null>;
  readonly askings: ReadonlyMap<string, string>;
  readonly answers: readonly { readonly name: AnswerName; readonly answer: PostedAnswer | null }[];
  /** Names of deliveries that are done. */
  readonly done: readonly string[];
}

/** What is not done is read and changed at once; that it is done is written in batches. */
export type StoredInbox = Omit<InboxStore, 'done'>;

/** What is too old, in ms since the epoch. */
export interface TooOld {
  /** Threads, posts and askings that were last changed before. */
  readonly passing: number;
  /** Entries and answers from before; `null` where they are kept for good. */
  readonly lasting: number | null;
}

/**
 * Where the ledger is kept: reads one by one, writes in batches (`queued.ts` makes the ledger of it). Everything
 * rejects with a `LedgerError` where it cannot do what it should.
 */
export interface Store {
  readonly settings: SettingsStore;
  readonly threads: Pick<ThreadStore, 'get'>;
  readonly posts: Pick<PostStore, 'get'>;
  readonly askings: Pick<AskingStore, 'get'>;
  readonly journal: Omit<JournalStore, 'add'>;
  readonly answers: Pick<AnswerStore, 'quoting' | 'quoted'>;
  readonly installations: InstallationStore;
  readonly inbox: StoredInbox;
  /** Of the key that it was opened with, as it was then; `keep` makes it the one that others are compared with. */
  readonly keyMark: { readonly is: KeyIs; keep(): Promise<void> };
  /** Writes all of it, or nothing; nothing more where it has been written already. */
  write(batch: Batch): Promise<void>;
  /**
   * Deletes some of what is too old: so many at a time that nobody who asks meanwhile notices.
   *
   * @returns whether there may be more
   */
  deleteOld(tooOld: TooOld): Promise<boolean>;
  /** Lets go of it. Safe to call twice. */
  close(): Promise<void>;
}
