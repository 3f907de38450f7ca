import type { EarlierTurn, QuotedAt } from '../knowledge/index.ts';
import type { InboxStore } from './inbox/delivery.ts';

export type { Delivery, InboxStore } from './inbox/delivery.ts';

/**
 * The lasting record. Every store keeps the same contract (`tests/ledger/ledger-contract.ts`). What is read back
 * may have been written by an older version of this program, and is never trusted to be whole. What cannot be read
 * or written rejects with a `LedgerError`: an answer must not hang on it.
 */
export interface Ledger {
  /** What people have set for a place. */
  readonly settings: SettingsStore;
  /** What threads are about. */
  readonly threads: ThreadStore;
  /** Where questions were answered. */
  readonly posts: PostStore;
  /** What buttons find their answer again by, where a platform gives them no room for it. */
  readonly askings: AskingStore;
  /** What was asked, and what people said of the answers. */
  readonly journal: JournalStore;
  /** Answers that everybody in a channel can read, so that they can follow corrections. */
  readonly answers: AnswerStore;
  /** Workspaces that have installed the app. */
  readonly installations: InstallationStore;
  /** What platforms delivered, until it is done. */
  readonly inbox: InboxStore;
  /** Writes what is still to be written, and lets go of the store. Safe to call twice. */
  close(): Promise<void>;
}

/** What people have set for a place; what is absent is as it is by default. */
export interface Settings {
  /** Slug of the one story that is asked about there; `null` for every story that is open to it. */
  readonly story?: string | null;
  /** Whether a question in a thread of ours is answered without a new mention. */
  readonly followUps?: boolean;
  /** Whether questions are answered there at all. */
  readonly answers?: boolean;
  /** Whether answers are for whoever asks alone, unless they want it otherwise. */
  readonly private?: boolean;
  /** Whether links to the library's articles are shown with their headline and questions. */
  readonly unfurl?: boolean;
  /** Who may change settings, for a whole workspace: everybody who belongs to it, or its administrators. */
  readonly mayChange?: 'members' | 'admins';
}

/** Places by names of the bots' own (`bots/place-key.ts`): of a channel, or of a whole workspace or server. */
export interface SettingsStore {
  /** @returns what is set; `{}` where nothing is */
  get(place: string): Promise<Settings>;
  /** Changes what is given and leaves the rest as it is. */
  change(place: string, change: Settings): Promise<void>;
}

/** A thread that questions were asked in. */
export interface Thread {
  /** Whether it began with a question to us: there, a follow-up needs no new mention. */
  readonly own: boolean;
  /** The last questions and what was quoted for them, oldest first. */
  readonly turns: readonly EarlierTurn[];
}

export interface ThreadStore {
  /** @returns the thread, or `null` where nothing is known of it */
  get(thread: string): Promise<Thread | null>;
  set(thread: string, state: Thread): Promise<void>;
}

/** Where the answer to a question stands. */
export interface Post {
  readonly channel: string;
  /** The platform's id of our message. */
  readonly message: string;
}

export interface PostStore {
  /** @param question the platform's name for the message that asked */
  get(question: string): Promise<Post | null>;
  set(question: string, post: Post): Promise<void>;
  remove(question: string): Promise<void>;
}

export interface AskingStore {
  /** @returns what was kept under that id, or `null` where nothing is, or no longer */
  get(id: string): Promise<string | null>;
  /** @param id of the text: the same text has the same id */
  set(id: string, text: string): Promise<void>;
}

/** Something that happened and is kept. */
export interface Entry {
  readonly kind: 'question' | 'feedback' | 'for-the-desk' | 'correction';
  /** When, in ms since the epoch. */
  readonly at: number;
  /** Where, as `placeName` writes it. */
  readonly place: string;
  /** Who, by the platform's own ids; kept as a keyed hash only. `null` where nobody is known, and of a correction. */
  readonly person: string | null;
  /** The question; `''` where its text is not kept, as of places that no story is open to. */
  readonly question: string;
  /**
   * Of a question: `answered`, or the reason why it was not. Of feedback: `helpful`, `not-helpful` or
   * `not-what-i-asked`. Of what is for the desk: `''`. Of a correction of an answer that stands in a channel:
   * `changed`, `gone` where the article no longer says it, or `withdrawn` where the place may no longer see it.
   */
  readonly outcome: string;
  /** How sure the answer was, from 0 to 1; `null` where nothing was asked. */
  readonly confidence: number | null;
  /** The sentence that was shown first; `null` where there was none. Of a correction: now, or before it was gone. */
  readonly quoted: QuotedAt | null;
}

/** Which entries. */
export interface Period {
  /** In ms since the epoch. */
  readonly from: number;
  /** In ms since the epoch, exclusive. */
  readonly to: number;
}

export interface JournalStore {
  add(entry: Entry): Promise<void>;
  /**
   * The last different questions of a person.
   *
   * @param person as in {@link Entry.person}
   * @param most how many at most
   * @returns their texts, newest first
   */
  recent(person: string, most: number): Promise<readonly string[]>;
  /**
   * @param kind which entries
   * @param most how many at most
   * @returns newest first; `person` is the hash
   */
  list(kind: Entry['kind'], most: number): Promise<readonly Entry[]>;
  /** @returns all entries of a period, oldest first; `person` is the hash */
  within(period: Period): Promise<readonly Entry[]>;
  /**
   * Deletes what a person has asked and said.
   *
   * @param person as in {@link Entry.person}
   * @returns how many entries there were, with what was delivered and is not done
   */
  forget(person: string): Promise<number>;
}

/** A sentence as an answer shows it. */
export interface ShownQuote extends QuotedAt {
  /** Its text: once the article says something else, nobody else knows it. `''` for what is shown and is no answer. */
  readonly text: string;
}

/** An answer that stands in a channel. */
export interface PostedAnswer {
  readonly bot: 'slack' | 'discord';
  /** The platform's id of the channel. */
  readonly channel: string;
  /** The platform's id of our message, unique in its channel. */
  readonly message: string;
  /** The workspace whose token edits it; `null` where there is but one, or none is needed. */
  readonly workspace: string | null;
  /** When it was posted, in ms since the epoch. */
  readonly at: number;
  /** Where it was asked, as `placeName` writes it: what is shown there now has to be open to it. */
  readonly place: string;
  /** What finds it again, as `bots/asking.ts` writes it. */
  readonly asking: string;
  /** What its renderer has to know besides: JSON of the bot's own. */
  readonly view: string;
  /** What it quotes now, and what else it shows of articles. */
  readonly quotes: readonly ShownQuote[];
}

export interface AnswerStore {
  /** Keeps an answer, in the place of what was kept of the same message. */
  set(answer: PostedAnswer): Promise<void>;
  /** @returns answers that quote an article, oldest first */
  quoting(story: string, article: string): Promise<readonly PostedAnswer[]>;
  /** @returns the articles that are quoted by any of them, each once */
  quoted(): Promise<readonly Pick<QuotedAt, 'story' | 'article'>[]>;
  /** Forgets an answer that is gone. */
  remove(answer: Pick<PostedAnswer, 'bot' | 'channel' | 'message'>): Promise<void>;
}

/** Installations hold tokens: a store keeps them sealed (`sealed.ts`), and opens them with the same key only. */
export interface InstallationStore {
  /** @returns what was stored, or `null` where there is none, or where it cannot be opened with this key */
  get(workspace: string): Promise<string | null>;
  set(workspace: string, installation: string): Promise<void>;
  remove(workspace: string): Promise<void>;
}
