/** What the log is told of an error. */
interface ErrorFacts {
  readonly type: string;
  readonly message: string;
  readonly code?: string | number;
  readonly status?: number;
  readonly stack?: string;
  readonly cause?: ErrorFacts;
  readonly errors?: readonly ErrorFacts[];
}

/** An error with a cause of its own, and so on; deeper than this nobody reads. */
const DEEP = 4;
/** Of several errors in one, such as of each address that was tried. */
const MANY = 4;
/** Longest message, in characters: some libraries put the whole of an answer there. */
const LONG = 1_000;

/**
 * Reads what the log is told of an error. SDKs hang requests with their headers and bodies on their errors, which hold
 * tokens and what people wrote: only what is known to be harmless is taken.
 *
 * @param error whatever was thrown
 * @returns its facts
 */
export function errorFacts(error: unknown): ErrorFacts {
  return factsOf(error, DEEP);
}

function factsOf(error: unknown, deep: number): ErrorFacts {
  if (!(error instanceof Error))
    return { type: typeof error, message: typeof error === 'string' ? error : '' };
  const { code, status, statusCode, cause, errors } = error as Error & Readonly<Record<string, unknown>>;
  const shown = status ?? statusCode;
  const frames = framesOf(error);
  return {
    type: error.name,
    message: messageOf(error),
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(typeof shown === 'number' && { status: shown }),
    ...(frames !== '' && { stack: frames }),
    ...(cause instanceof Error && deep > 1 && { cause: factsOf(cause, deep - 1) }),
    ...(Array.isArray(errors) &&
      deep > 1 && { errors: errors.slice(0, MANY).map((each) => factsOf(each, deep - 1)) }),
  };
}

/** What could not be read as JSON is quoted by Node in the message: it may be what somebody wrote. */
function messageOf(error: Error): string {
  if (error.name !== 'SyntaxError') return error.message.slice(0, LONG);
  return /JSON/.test(error.message) ? 'what was read is not valid JSON' : 'what was read has no sense';
}

/** Without the message, which V8 writes above them. */
function framesOf({ stack = '' }: Error): string {
  return (stack.match(/^ {4}at .*$/gm) ?? []).join('\n');
}
