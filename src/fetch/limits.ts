/** What one fetch may cost. */
export interface Limits {
  /** The whole fetch, with its redirects, in milliseconds. An editor waits at the terminal meanwhile. */
  readonly timeMs: number;
  /** The body in bytes, both as it is sent and decompressed. No article comes near it. */
  readonly bytes: number;
  /** Redirects that are followed. Browsers follow 20; more than a few are a loop that wants a cookie. */
  readonly redirects: number;
}

/** The limits that hold where none other are given. */
export const LIMITS: Limits = { timeMs: 10_000, bytes: 5_000_000, redirects: 5 };

/** All headers of an answer, in bytes. Node's own 16 KiB are less than some outlets' policies and cookies. */
export const HEADER_BYTES = 64 * 1024;

/** Layers of compression that are undone. One is usual, two are a server's mistake, more are an attack. */
export const MAX_CODINGS = 2;

/**
 * Until another address of a name is tried, in milliseconds: Node's own 250 give up on distant servers
 * (https://nodejs.org/docs/latest-v20.x/api/net.html#netgetdefaultautoselectfamilyattempttimeout).
 */
export const ATTEMPT_MS = 1_000;

/** The longest wait that a server is believed to ask for, in milliseconds: a day. */
export const LONGEST_RETRY_AFTER_MS = 24 * 60 * 60 * 1000;
