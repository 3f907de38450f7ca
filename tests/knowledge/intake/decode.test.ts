import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentTypeOf, decode } from '../../../src/knowledge/intake/decode.ts';
import { IntakeError } from '../../../src/knowledge/intake/intake-error.ts';

const TEXT = 'The café “Zur Möwe” on Harbour Street closed – for good.';
const utf8 = (text: string) => Buffer.from(text, 'utf8');
/** Each character a byte. */
const bytes = (text: string) => Buffer.from(text, 'latin1');
const withoutMark = (text: string, contentType: string | null = null) => decode(bytes(text), { contentType });
/** TEXT in windows-1252. */
const IN_1252 = 'The caf\xE9 \x93Zur M\xF6we\x94 on Harbour Street closed \x96 for good.';
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

function refusal(material: Uint8Array): IntakeError {
  try {
    decode(material);
  } catch (error) {
    if (error instanceof IntakeError) return error;
  }
  throw new Error('it was taken as text');
}

describe('the encoding of bytes', () => {
  it.each([
    ['UTF-8', Buffer.concat([bytes('\xEF\xBB\xBF'), utf8(TEXT)])],
    ['UTF-16 LE', Buffer.concat([bytes('\xFF\xFE'), Buffer.from(TEXT, 'utf16le')])],
    ['UTF-16 BE', Buffer.concat([bytes('\xFE\xFF'), utf16be(TEXT)])],
  ])('is that of the byte order mark before anything else: %s', (_name, material) => {
    expect(decode(material, { contentType: 'text/html; charset=koi8-r' })).toBe(TEXT);
  });

  it.each([
    'text/plain; charset=windows-1251',
    'text/html;charset="CP1251"',
    'text/plain; x=y; Charset=cp1251',
  ])('is that of the header: %s', (contentType) => {
    expect(withoutMark('\xCF\xF0\xE8\xE2\xE5\xF2', contentType)).toBe('Привет');
  });

  it('is that of the header before that of the page', () => {
    const page = '<meta charset="iso-8859-5"><p>\xCF\xF0\xE8\xE2\xE5\xF2';
    expect(withoutMark(page, 'text/html; charset=windows-1251')).toContain('Привет');
  });

  it.each([
    '<meta charset="windows-1251">',
    '<!DOCTYPE html><html><head><META CharSet = windows-1251 />',
    "<html><meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>",
    '<html><meta content="text/html;charset=windows-1251" http-equiv="content-type">',
    '<html><!-- <meta charset="koi8-r"> --><meta charset="windows-1251">',
    '<html><meta name="description" content="a > charset=koi8-r"><meta charset="windows-1251">',
    '<html><meta charset="no-such-thing"><meta charset="windows-1251">',
    '<?xml version="1.0" encoding="windows-1251"?><rss>',
    "<?xml version='1.0' encoding='windows-1251' standalone='yes'?><feed>",
  ])('is that of the page or the XML file: %s', (head) => {
    expect(withoutMark(`${head}\xCF\xF0\xE8\xE2\xE5\xF2`)).toBe(`${head}Привет`);
  });

  it.each([
    ['a label that nobody knows', '<html><meta charset="no-such-thing">', null],
    ['a label that nobody knows in the header', '', 'text/html; charset=no-such-thing'],
    ['a description', '<html><meta name="a" content="text/html; charset=koi8-r">', null],
    ['a text about pages', 'Write <meta charset="koi8-r"> on top. ', null],
    ['a text that begins as a page', '<html><meta charset="koi8-r">', 'text/plain'],
    ['what stands too late', `<html>${' '.repeat(1024)}<meta charset="koi8-r">`, null],
  ])('is not told by %s', (_name, head, contentType) => {
    expect(withoutMark(`${head}${IN_1252}`, contentType)).toBe(`${head}${TEXT}`);
  });

  it('is UTF-8 where nothing is said and it can be', () => {
    expect(decode(utf8(TEXT))).toBe(TEXT);
  });

  it('is windows-1252 where nothing is said and it cannot be UTF-8', () => {
    expect(withoutMark(IN_1252)).toBe(TEXT);
  });

  it('reads quotation marks and dashes as windows-1252 has them, whatever Node takes latin1 for', () => {
    expect(withoutMark(IN_1252, 'text/plain; charset=iso-8859-1')).toBe(TEXT);
    expect(withoutMark('\x80 \x8E \x9F \xA0\xFF', 'text/plain; charset=ascii')).toBe('€ Ž Ÿ \u00A0ÿ');
  });

  it('is not UTF-8 because somebody says so', () => {
    expect(withoutMark(IN_1252, 'text/html; charset=utf-8')).toBe(TEXT);
  });

  it('is UTF-8 still where one letter of many is cut in half', () => {
    const cut = Buffer.concat([utf8(TEXT), bytes(' \xC3 '), utf8(TEXT)]);
    expect(decode(cut, { contentType: 'text/html; charset=utf-8' })).toBe(`${TEXT} \uFFFD ${TEXT}`);
  });

  it.each(['iso-8859-1', 'windows-1250', 'us-ascii', 'big5', 'utf-16'])(
    'is not %s because somebody says so, where it is UTF-8',
    (charset) => {
      expect(decode(utf8(TEXT), { contentType: `text/html; charset=${charset}` })).toBe(TEXT);
    },
  );

  it('may be one of East Asia, although the bytes could be UTF-8 too', () => {
    expect(withoutMark('\xC1\xAA\xCD\xA8', 'text/plain; charset=gbk')).toBe('联通');
    expect(withoutMark('<meta charset=shift_jis>\x93\xFA\x96\x7B')).toContain('日本');
  });

  it('may be UTF-16 without a mark, where the header says so', () => {
    expect(decode(Buffer.from(TEXT, 'utf16le'), { contentType: 'text/plain; charset=utf-16le' })).toBe(TEXT);
    expect(decode(utf16be(TEXT), { contentType: 'text/plain; charset=utf-16be' })).toBe(TEXT);
  });

  it('is UTF-8 where the page, which could be read so far, says UTF-16', () => {
    const page = `<meta charset="utf-16"><p>${TEXT}`;
    expect(decode(utf8(page))).toBe(page);
  });

  it('loses no letter of any text in UTF-8', () => {
    const written = fc
      .string({ unit: 'grapheme' })
      .filter((text) => /[a-z]/i.test(text) && !/[\x00-\x1F]/.test(text));
    fc.assert(
      fc.property(written, (text) => {
        expect(decode(utf8(text))).toBe(text);
      }),
    );
  });

  it('is found for any bytes, or they are refused in a sentence', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (material, contentType) => {
        try {
          expect(typeof decode(material, { contentType })).toBe('string');
        } catch (error) {
          expect(error).toBeInstanceOf(IntakeError);
        }
      }),
    );
  });
});

describe('what is no text', () => {
  it.each([
    ['%PDF-1.7\nsome objects', 'a PDF'],
    ['\r\n%PDF-1.4\n', 'a PDF'],
    ['PK\x03\x04\x14\0', 'a ZIP file'],
    ['\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', 'a document of an older Word'],
    ['{\\rtf1\\ansi It passed.}', 'an RTF document'],
    ['\x89PNG\r\n\x1A\n', 'a picture'],
    ['\xFF\xD8\xFF\xE0\0\x10JFIF', 'a picture'],
    ['GIF89a\x01\0', 'a picture'],
    ['RIFF\x24\0\0\0WEBPVP8 ', 'a picture'],
    ['\0\0\0\x18ftypavif', 'a picture'],
    ['\0\0\0\x18ftypM4A ', 'a recording'],
    ['ID3\x04\0', 'a recording'],
    ['\x1F\x8B\x08\0', 'a compressed file'],
  ])('is refused by its name: %j', (start, name) => {
    const error = refusal(bytes(start));
    expect(error.code).toBe('not-text');
    expect(error.message).toMatch(new RegExp(`^This is ${name}.*: open it, save it as text first`));
  });

  it.each([
    ['has NULs', bytes('The vote passed.\0')],
    ['is UTF-16 without a mark, of which nothing tells', Buffer.from(TEXT, 'utf16le')],
    ['is full of control characters', bytes('\x01\x02\x03\x04 and some text')],
    [
      'is a mark of UTF-16 before noise',
      Buffer.concat([bytes('\xFF\xFE'), Buffer.alloc(40, bytes('\0\xD8'))]),
    ],
  ])('is refused where it %s', (_name, material) => {
    expect(refusal(material).code).toBe('not-text');
  });

  it('does not include text with a stray control character, or that speaks of formats', () => {
    expect(withoutMark('The vote\x07 passed.')).toBe('The vote\x07 passed.');
    expect(withoutMark('PKs and %PDF- and RIFF and the ftyp box')).toContain('PKs');
  });
});

describe('what is not taken', () => {
  it.each([
    ['nothing', ''],
    ['white space', ' \r\n\t\xA0 '],
    ['a mark alone', '\xEF\xBB\xBF'],
    ['invisible characters', '\xE2\x80\x8B\xEF\xBB\xBF\n'],
  ])('is %s', (_name, material) => {
    expect(refusal(bytes(material)).code).toBe('empty');
  });

  it('is more than 5 MB', () => {
    expect(decode(Buffer.alloc(5_000_000, 'a'))).toHaveLength(5_000_000);
    expect(refusal(Buffer.alloc(5_000_001, 'a')).code).toBe('too-large');
  });
});

describe('a content type', () => {
  it.each([
    ['text/html; charset=utf-8', 'text/html', 'utf-8'],
    [' Text/HTML ;Charset="UTF-8"', 'text/html', 'UTF-8'],
    ["text/html; a=b; charset='x'", 'text/html', 'x'],
    ['text/html, text/html; charset=utf-8', 'text/html', 'utf-8'],
    ['application/rss+xml', 'application/rss+xml', null],
    ['text/plain; notcharset=x', 'text/plain', null],
    [';charset=utf-8', '', 'utf-8'],
    ['', '', null],
    [null, '', null],
  ])('is read in its parts: %j', (header, essence, charset) => {
    expect(contentTypeOf(header)).toEqual({ essence, charset });
  });
});
