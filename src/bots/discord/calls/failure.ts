import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';

/** Codes of refusals (https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes). */
const CODES = {
  unknownMessage: 10_008,
  unknownWebhook: 10_015,
  unknownInteraction: 10_062,
  alreadyAcknowledged: 40_060,
  missingAccess: 50_001,
  missingPermissions: 50_013,
  noReplyWithoutHistory: 160_002,
} as const;

/**
 * A call that failed, without what discord.js's own errors carry along: the address, which holds the token
 * of an interaction, and the body, which holds what people wrote.
 */
export class CallError extends Error {
  override readonly name = 'CallError';

  /**
   * @param message what Discord or the network said
   * @param status HTTP status; `null` where there was no answer
   * @param code Discord's code for a refusal; `null` where it gave none
   * @param inReference whether the refusal is about the message that we reply to
   */
  constructor(
    message: string,
    readonly status: number | null,
    readonly code: number | null,
    readonly inReference: boolean,
  ) {
    super(message);
  }
}

/**
 * Reads what discord.js threw.
 *
 * @param error what was thrown
 * @returns the same, fit for the log
 */
export function callError(error: unknown): CallError {
  if (error instanceof CallError) return error;
  if (error instanceof DiscordAPIError) {
    const { errors } = error.rawError as { readonly errors?: unknown };
    const inReference = typeof errors === 'object' && errors !== null && 'message_reference' in errors;
    const code = Number(error.code);
    // A proxy's page, for one, has no code.
    const said = Number.isNaN(code) ? `status ${error.status}` : `${code}: ${error.message}`;
    return new CallError(said, error.status, Number.isNaN(code) ? null : code, inReference);
  }
  if (error instanceof HTTPError) return new CallError(error.message, error.status, null, false);
  if (error instanceof RateLimitError) {
    return new CallError(`rate limited for ${error.retryAfter} ms`, 429, null, false);
  }
  return new CallError(error instanceof Error ? error.message : String(error), null, null, false);
}

/** Whether the same call may well be taken in a moment. */
export function isPassing({ status }: CallError): boolean {
  return status === null || status >= 500;
}

/** Whether Discord did not like the form of a message; another form of it may be taken. */
export function isAboutTheForm({ status, code }: CallError): boolean {
  return (status === 400 && code !== CODES.alreadyAcknowledged) || status === 413;
}

/** Whether a message may be taken that is not a reply: our own history may be closed to us, or the question gone. */
export function isAboutTheReply({ code, inReference }: CallError): boolean {
  const { noReplyWithoutHistory, unknownMessage, missingAccess, missingPermissions } = CODES;
  const codes: readonly (number | null)[] = [
    noReplyWithoutHistory,
    unknownMessage,
    missingAccess,
    missingPermissions,
  ];
  return inReference || codes.includes(code);
}

/** Whether an interaction has been acknowledged before: by us, or by another process of ours. */
export function isAcknowledged({ code }: CallError): boolean {
  return code === CODES.alreadyAcknowledged;
}

/** Whether an interaction is over: its three seconds or its fifteen minutes are. */
export function isOver({ code }: CallError): boolean {
  return code === CODES.unknownInteraction;
}

/** Whether the message that was to be edited is not there. */
export function isGone({ code }: CallError): boolean {
  return code === CODES.unknownMessage || code === CODES.unknownWebhook;
}
