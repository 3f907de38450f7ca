/**
 * What keeps the search cluster from being asked. `unreachable`: no node answers. `refused`: it wants other
 * credentials, or more rights. `not-opensearch`: something else answers there. `unwell`: it answers that it cannot, or
 * not in time. `unfit`: it does not take what it is told, which waiting does not mend. `closed`: this program is done
 * with it.
 */
export type EngineErrorCode = 'unreachable' | 'refused' | 'not-opensearch' | 'unwell' | 'unfit' | 'closed';

/** The search cluster cannot be asked. Questions that it was asked for have no answer, neither yes nor no. */
export class EngineError extends Error {
  override readonly name = 'EngineError';

  /**
   * @param code what is wrong
   * @param message one sentence: what is wrong and what to do
   * @param cause what was said of it, without what was asked: it may be logged
   */
  constructor(
    readonly code: EngineErrorCode,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

/** @returns whether another try, perhaps at another node, may do better */
export function isPassing(error: unknown): boolean {
  return error instanceof EngineError && (error.code === 'unreachable' || error.code === 'unwell');
}

/** What is kept of an error of the official client. That itself holds the request, with the question and the password. */
interface Said {
  readonly name: string;
  readonly status: number | null;
  readonly reason: string | null;
}

/** @returns what the cluster says of what it refuses, such as `index_not_found_exception`; `null` without one */
export function reasonOf(error: unknown): string | null {
  return said(error)?.reason ?? null;
}

/** @returns the status of its answer; `null` without one */
export function statusOf(error: unknown): number | null {
  return said(error)?.status ?? null;
}

function said(error: unknown): Partial<Said> | null {
  return error instanceof EngineError && typeof error.cause === 'object' ? error.cause : null;
}

/** Statuses of a cluster that is overloaded, or that has lost what it was asked for. */
const PASSING = new Set([429, 502, 503, 504]);
/** The client's names for a node that is not there, and for an answer that breaks off. */
const UNREACHABLE = new Set(['ConnectionError', 'NoLivingConnectionsError']);
/** It took too long, or something on the way has cut the answer short. */
const UNWELL = new Set(['TimeoutError', 'RequestAbortedError', 'DeserializationError']);

/**
 * @param error what the official client threw
 * @param nodes the addresses, which are named without user and password
 */
export function engineErrorOf(error: unknown, nodes: readonly string[]): EngineError {
  if (error instanceof EngineError) return error;
  const cause = saidIn(error);
  const { name, status, reason } = cause;
  const where = nodes.map(bare).join(' or ');
  if (UNREACHABLE.has(name)) {
    const message = `No OpenSearch answers at ${where}: start it, or correct OPENSEARCH_URL.`;
    return new EngineError('unreachable', message, cause);
  }
  if (status === 401 || status === 403) {
    const message = `OpenSearch at ${where} refuses the user or the password: check OPENSEARCH_USERNAME and OPENSEARCH_PASSWORD, and what that user may do.`;
    return new EngineError('refused', message, cause);
  }
  if (UNWELL.has(name) || PASSING.has(status ?? 0)) {
    const message = `OpenSearch at ${where} does not answer in time or lacks shards: look at its health.`;
    return new EngineError('unwell', message, cause);
  }
  const why = reason ?? (status === null ? name : `status ${status}`);
  return new EngineError('unfit', `OpenSearch at ${where} does not take what it is told (${why}).`, cause);
}

function saidIn(error: unknown): Said {
  const { name, statusCode, meta } = (error ?? {}) as {
    readonly name?: unknown;
    readonly statusCode?: unknown;
    readonly meta?: { readonly body?: unknown } | null;
  };
  const body = meta?.body as { readonly error?: { readonly type?: unknown } | null } | null | undefined;
  const type = body?.error?.type;
  return {
    name: typeof name === 'string' ? name : 'Error',
    status: typeof statusCode === 'number' ? statusCode : null,
    reason: typeof type === 'string' ? type : null,
  };
}

function bare(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : 'OPENSEARCH_URL';
}
