import { describe, expect, it } from 'vitest';
import { formOf, readMaterial } from '../../../src/knowledge/intake/material.ts';

const unknown = { name: null, address: null, contentType: null };

describe('the form of material', () => {
  it.each([
    ['<!doctype html><html></html>', 'html'],
    [
      '<?xml version="1.0"?>\n<!-- x -->\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"><html>',
      'html',
    ],
    ['<article><p>It passed.</p></article>', 'html'],
    ['---\nheadline: x\n---\n\nIt passed.', 'markdown'],
    ['# Council votes\n\nIt passed.', 'markdown'],
    ['It passed, says [the Post](https://post.example/a).', 'markdown'],
    ['It passed.', 'text'],
    ['#1 in the country: the ferry.', 'text'],
    ['<3 the ferry', 'text'],
    ['--- \nIt passed.', 'text'],
    ['<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?><rss version="2.0">', 'feed'],
    ['<feed xmlns="http://www.w3.org/2005/Atom">', 'feed'],
    ['{"title": "News", "version": "https://jsonfeed.org/version/1.1"}', 'feed'],
    ['<?xml version="1.0"?><urlset></urlset>', 'data'],
    ['{"error": "no such page"}', 'data'],
  ])('is told by what it looks like: %j', (text, form) => {
    expect(formOf({ ...unknown, text })).toBe(form);
  });

  it.each([
    ['text/html; charset=utf-8', null, 'html'],
    ['text/markdown', null, 'markdown'],
    [null, 'a.HTM', 'html'],
    [null, 'a.md', 'markdown'],
    ['text/plain', 'a.md', 'markdown'],
    [null, 'a.txt', 'text'],
  ] as const)('is told by type (%s) and name (%s) where it looks like nothing', (contentType, name, form) => {
    expect(formOf({ ...unknown, text: 'It passed.', contentType, name })).toBe(form);
  });

  it('is plain text where its server or its name say so', () => {
    expect(formOf({ ...unknown, text: '# Council votes', contentType: 'text/plain' })).toBe('text');
    expect(formOf({ ...unknown, text: '<p> is an element', name: 'a.txt' })).toBe('text');
  });

  it('takes no time for thousands of openings that never close', () => {
    const text = '<!--'.repeat(100_000);
    expect(formOf({ ...unknown, text })).toBe('text');
  });
});

describe('reading material', () => {
  const talk =
    'ADA BERG: Welcome. What did the council decide?\n\nNILS QUIMBY: It voted for a night ferry on Sunday.';

  it('reads a transcript as one, unless an editor says otherwise', () => {
    expect(readMaterial({ ...unknown, text: talk })).toMatchObject({ details: { kind: 'transcript' } });
    expect(readMaterial({ ...unknown, text: talk }, { kind: 'report' })).toMatchObject({
      details: { kind: 'report' },
      stated: { kind: 'as you gave it' },
    });
    expect(readMaterial({ ...unknown, text: 'It passed.' }, { kind: 'transcript' }).details.kind).toBe(
      'transcript',
    );
  });

  it('reads a transcript on a page as one', () => {
    const turns = talk
      .split('\n\n')
      .concat(talk.split('\n\n'))
      .map((turn) => `<p>${turn}</p>`);
    const html = `<!doctype html><html><head><title>The ferry</title></head><body><article><h1>The ferry</h1>${turns.join('')}</article></body></html>`;
    const { details, paragraphs } = readMaterial({ ...unknown, text: html });
    expect(details).toMatchObject({ kind: 'transcript', headline: 'The ferry' });
    expect(paragraphs[1]).toBe('NILS QUIMBY: It voted for a night ferry on Sunday.');
  });

  it('finds no article on a page of captions', () => {
    const figures = ['Ada Berg', 'Nils Quimby', 'Tomas Hale']
      .map(
        (name) =>
          `<p>${name} waves at the pier of Port Ellery, Sunday, March 3, 2024. (AP Photo/${name})</p>`,
      )
      .join('');
    const html = `<!doctype html><html><head><title>Photos</title></head><body><article><h1>Photos</h1>${figures}</article></body></html>`;
    expect(() => readMaterial({ ...unknown, text: html })).toThrow(
      expect.objectContaining({ code: 'no-article' }),
    );
  });

  it('keeps the address that a text was fetched from', () => {
    const address = 'https://post.example/a';
    expect(readMaterial({ ...unknown, text: 'It passed.', address }).details.url).toBe(address);
  });

  it.each([
    ['characters', 'The council voted 12 to 3. '.repeat(60_000)],
    ['lines', 'It passed.\n'.repeat(100_001)],
  ])('refuses more %s than an article has, in any form of text', (_, text) => {
    for (const name of ['copy.txt', 'copy.md', null]) {
      expect(() => readMaterial({ ...unknown, text, name })).toThrow(
        expect.objectContaining({ code: 'too-large' }),
      );
    }
  });
});
