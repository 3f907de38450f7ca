import { contentTypeOf } from './content-type.ts';

/** Where browsers look for a declaration (https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding). */
const HEAD_BYTES = 1024;

const HTML_TYPES = new Set(['text/html', 'application/xhtml+xml']);
/** Where nothing says what it is, it may be a page. */
const UNTOLD_TYPES = new Set(['', 'application/octet-stream', 'text/xml', 'application/xml']);
const HTML_START = /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|meta|title|body|article|div|p)\b/i;

const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
/** A tag whose quoted values may hold `>`. */
const META = /<meta(?=[\s/])(?:[^>"']|"[^"]*"|'[^']*')*>/gi;
const ATTRIBUTE = /(?<![^\s=/>"'])([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/g;
const XML_ENCODING = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*(?:"([^"]*)"|'([^']*)')/;

/**
 * Finds the encoding that the material is said to have: by the header, then by the page or XML file itself.
 *
 * @param bytes the material
 * @param header `Content-Type`; `null` when there is none
 * @returns the encoding's name in the Encoding Standard; `null` when none that is known is named
 */
export function declaredEncoding(bytes: Uint8Array, header: string | null): string | null {
  const { essence, charset } = contentTypeOf(header);
  return encodingOf(charset) ?? insideEncoding(Buffer.from(bytes.subarray(0, HEAD_BYTES)), essence);
}

/** That it could be read as ASCII shows that it is not UTF-16, whatever it says. */
function insideEncoding(head: Buffer, essence: string): string | null {
  const text = head.toString('latin1');
  const xml = XML_ENCODING.exec(text);
  const encoding = metaEncoding(text, essence) ?? encodingOf(xml?.[1] ?? xml?.[2] ?? null);
  return encoding?.startsWith('utf-16') ? 'utf-8' : encoding;
}

function metaEncoding(head: string, essence: string): string | null {
  const text = head.replace(COMMENT, '');
  if (!HTML_TYPES.has(essence) && !(UNTOLD_TYPES.has(essence) && HTML_START.test(text))) return null;
  for (const [tag] of text.matchAll(META)) {
    const encoding = encodingOf(charsetOfMeta(attributesOf(tag)));
    if (encoding !== null) return encoding;
  }
  return null;
}

function charsetOfMeta(attributes: ReadonlyMap<string, string>): string | null {
  const charset = attributes.get('charset');
  if (charset !== undefined) return charset;
  const isContentType = attributes.get('http-equiv')?.toLowerCase() === 'content-type';
  return isContentType ? contentTypeOf(attributes.get('content') ?? null).charset : null;
}

function attributesOf(tag: string): ReadonlyMap<string, string> {
  return new Map(
    [...tag.matchAll(ATTRIBUTE)].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      double ?? single ?? bare ?? '',
    ]),
  );
}

/** The labels are those of the Encoding Standard, which `TextDecoder` knows. */
function encodingOf(label: string | null): string | null {
  if (label === null) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}
