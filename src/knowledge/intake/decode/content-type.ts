/** What a `Content-Type` header says. */
interface ContentType {
  /** `text/html`, in lower case; `''` when there is none. */
  readonly essence: string;
  /** The label as it was sent; `null` when there is none. */
  readonly charset: string | null;
}

const CHARSET = /[;,]\s*charset\s*=\s*["']?([^"';,\s]+)/i;

/**
 * @param header as it was sent; `null` when it was not
 * @returns its parts, also of a header that is not quite in form
 */
export function contentTypeOf(header: string | null): ContentType {
  const [essence = ''] = (header ?? '').split(/[;,]/);
  return { essence: essence.trim().toLowerCase(), charset: CHARSET.exec(header ?? '')?.[1] ?? null };
}
