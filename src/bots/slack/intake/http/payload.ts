const FORM = 'application/x-www-form-urlencoded';

/** What Slack sent, read only as far as it has to be before Bolt reads it. */
type Payload = Readonly<Record<string, unknown>>;

/**
 * The type of a body in the form that Bolt knows: it compares a form's by its letters, and some proxies add a
 * charset, which says nothing here.
 *
 * @param contentType the header as it came
 * @returns what Bolt shall see
 */
export function plainType(contentType: string | undefined): string | undefined {
  const bare = contentType?.split(';', 1)[0]?.trim().toLowerCase();
  return bare === FORM ? FORM : contentType;
}

/**
 * @param contentType as {@link plainType} gives it
 * @param bytes the body
 * @returns what it holds, or `null` when that is no object: Bolt falls over anything else
 */
export function payloadOf(contentType: string | undefined, bytes: Buffer): Payload | null {
  if (contentType !== FORM) return objectIn(bytes.toString());
  const form = new URLSearchParams(bytes.toString());
  const [payload, another] = form.getAll('payload');
  // Of two, Bolt would take neither.
  if (another !== undefined) return null;
  return payload === undefined ? Object.fromEntries(form) : objectIn(payload);
}

/**
 * @param contentType as {@link plainType} gives it
 * @param bytes the body
 * @returns whether Slack only looks whether our certificate holds, as Bolt tells it
 */
export function isCertificateCheck(contentType: string | undefined, bytes: Buffer): boolean {
  return contentType === FORM && new URLSearchParams(bytes.toString()).get('ssl_check') === '1';
}

function objectIn(json: string): Payload | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Payload) : null;
  } catch {
    return null;
  }
}
