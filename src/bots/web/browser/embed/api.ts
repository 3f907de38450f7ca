import type { AnswerJson } from './answer-json.ts';
import { isAnswer } from './sections.ts';

/** What is asked. */
export interface Asking {
  readonly question: string;
  /** What was asked before, as the last answer wrote it; `null` for what begins anew. */
  readonly after: string | null;
}

/** The server, as far as the widget knows it. */
export interface Server {
  readonly origin: string;
  /** Slug of the story that is asked about; `null` for all. */
  readonly story: string | null;
  /** Address of the widget's script, which every site may load. */
  readonly script: string;
}

/** What came of a question. */
export type Outcome =
  | { readonly answer: AnswerJson; readonly after: string | null }
  /** One sentence: what is wrong and what to do. */
  | { readonly failure: string };

/** Nothing that a reader is known by travels along, and the page that they read is not told either. */
const PRIVATELY = { mode: 'cors', credentials: 'omit', referrerPolicy: 'no-referrer' } as const;
/** An answer takes ms; whoever waits longer than this on a bad connection is better told so, in ms. */
const PATIENCE = 15_000;
const LATER = 'Something went wrong while answering: try again in a moment.';
const TOO_LATE = 'The answer is taking too long: try again in a moment.';

/**
 * Asks the server.
 *
 * @param server where
 * @param asking what
 * @param signal ends it
 * @returns what came of it; failures as a sentence
 * @throws whatever the signal was ended with
 */
export async function askServer(server: Server, asking: Asking, signal: AbortSignal): Promise<Outcome> {
  const ended = new AbortController();
  const timer = setTimeout(() => ended.abort(), PATIENCE);
  const end = () => ended.abort();
  signal.addEventListener('abort', end);
  try {
    const outcome = await asked(server, asking, ended.signal);
    signal.throwIfAborted();
    return outcome;
  } catch {
    signal.throwIfAborted();
    return { failure: ended.signal.aborted ? TOO_LATE : await whyNot(server) };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  }
}

async function asked(server: Server, { question, after }: Asking, signal: AbortSignal): Promise<Outcome> {
  const response = await fetch(address(server, 'ask', { q: question, after }), { ...PRIVATELY, signal });
  // What was asked before is no longer understood, as after an update of the server: the question stands alone.
  if (response.status === 400 && after !== null) return asked(server, { question, after: null }, signal);
  if (!response.ok) return { failure: await refusalOf(response) };
  const answer: unknown = await response.json().catch(() => null);
  return isAnswer(answer) ? { answer, after: response.headers.get('x-nutgraf-after') } : { failure: LATER };
}

/**
 * @param server where
 * @param typed what was typed so far
 * @param signal ends it
 * @returns questions that the stories answer, best first; none where they cannot be had
 */
export async function suggestions(
  server: Server,
  typed: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  try {
    const response = await fetch(address(server, 'suggest', { q: typed }), { ...PRIVATELY, signal });
    const { suggestions: found } = (await response.json()) as {
      suggestions: readonly { readonly question: string }[];
    };
    return found.map(({ question }) => question);
  } catch {
    return [];
  }
}

function address(
  { origin, story }: Server,
  what: string,
  query: Readonly<Record<string, string | null>>,
): string {
  const url = new URL(`/api/${what}`, origin);
  for (const [name, value] of Object.entries({ ...query, story })) {
    if (value !== null) url.searchParams.set(name, value);
  }
  return url.href;
}

async function refusalOf(response: Response): Promise<string> {
  const wait = waitText(response.headers.get('retry-after'));
  if (response.status === 429) return `That was a lot in a short time: try again ${wait}.`;
  if (response.status >= 500) return `Something went wrong while answering: try again ${wait}.`;
  const body: { error?: { message?: unknown } } | null = await response.json().catch(() => null);
  return typeof body?.error?.message === 'string' ? body.error.message : LATER;
}

/** `Retry-After` is a number of seconds, or a date. */
function waitText(header: string | null): string {
  const stated = header ?? '';
  const seconds = /^\d+$/.test(stated) ? Number(stated) : (Date.parse(stated) - Date.now()) / 1000;
  if (!(seconds > 1)) return 'in a moment';
  return seconds < 100 ? `in ${Math.ceil(seconds)} seconds` : `in ${Math.ceil(seconds / 60)} minutes`;
}

/**
 * Browsers do not tell a page whether an answer was kept from it or never came. The script is for every site, and
 * suggestions are for those that are let in: where the one comes and the other does not, this site is not let in.
 */
async function whyNot(server: Server): Promise<string> {
  if (!navigator.onLine) return 'You seem to be offline: try again when you are connected.';
  const isThere = await comes(server.script);
  if (!isThere || (await comes(address(server, 'suggest', { q: '' })))) {
    return 'The answers cannot be reached: try again in a moment.';
  }
  // A page that is a file has no host.
  return `This site, ${location.host || 'a file'}, may not ask here yet: whoever runs Nutgraf has to let it in.`;
}

async function comes(url: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    return (await fetch(url, { ...PRIVATELY, method: 'HEAD', cache: 'no-store', signal })).ok;
  } catch {
    return false;
  }
}
