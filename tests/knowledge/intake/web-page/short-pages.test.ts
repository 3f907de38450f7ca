import { describe, expect, it } from 'vitest';
import { IntakeError } from '../../../../src/knowledge/intake/intake-error.ts';
import { readWebPage } from '../../../../src/knowledge/intake/web-page.ts';
import { jsonLd, page } from './pages.ts';

const read = (html: string) => readWebPage(html, 'https://courier.example/x').paragraphs;
const codeOf = (html: string) => {
  try {
    return read(html);
  } catch (error) {
    return error instanceof IntakeError ? error.code : error;
  }
};
const FLASH = 'The 8.40 ferry to Vessby is cancelled, the port said.';
const short = (title: string, body: string, head = '') =>
  page({ head: `<title>${title}</title>${head}`, body });

describe('a short page', () => {
  it.each([
    ['one sentence', short('Ferry cancelled', `<h1>Ferry cancelled</h1><p>${FLASH}</p>`), [FLASH]],
    [
      'two short sentences',
      short(
        'Ferry cancelled',
        '<h1>Ferry cancelled</h1><p>No ferry runs today.</p><p>Buses do, the port said.</p>',
      ),
      ['No ferry runs today.', 'Buses do, the port said.'],
    ],
    [
      'a box in boxes',
      short('Vessby', `<main><section><div><div>${FLASH}</div></div></section></main>`),
      [FLASH],
    ],
    [
      'an item that is cut off',
      '<html><body><ol><li><p>The ferry has not changed anything so far. Bridges are still rare, L</p></li></ol></body></html>',
      ['The ferry has not changed anything so far. Bridges are still rare, L'],
    ],
    ['words, and nothing else', '<html><body>Vessby harbour</body></html>', ['Vessby harbour']],
    [
      'links that lead nowhere, and nothing else',
      '<html><body><a href="javascript:"><p>Vessby</p><p>harbour</p></a></body></html>',
      ['Vessby', 'harbour'],
    ],
  ])('is an article: %s', (_name, html, texts) => {
    expect(read(html)).toEqual(texts);
  });

  it.each([
    [
      'a code',
      '<html><head><title>403 Forbidden</title></head><body><h1>403 Forbidden</h1><hr>harbourd</body></html>',
    ],
    [
      'a page that is gone',
      short('Courier', '<h1>Oh no!</h1><p>This page does not exist. Please check the address.</p>'),
    ],
    [
      'an application',
      short('Courier', '<div id="root">You need to enable JavaScript to run this app.</div>'),
    ],
    ['an application that loads', short('Courier', '<div id="app">Loading…</div>')],
    [
      'a name, before its script',
      '<html><body><div id="app">The Vessby Courier</div><script src="/a.js"></script></body></html>',
    ],
    ['an answer', '<html><body>OK</body></html>'],
    [
      'a login',
      short(
        'Courier',
        '<h1>Welcome back</h1><form><label>Email</label><input><button>Go</button></form><p>Not a member yet? Create an account.</p>',
      ),
    ],
    [
      'a wall',
      short(
        'East ferry to close',
        '<article><h1>East ferry to close</h1><p>Subscribe to continue reading this story.</p><p>Already a subscriber? Log in to your account.</p></article>',
        jsonLd({ '@type': 'NewsArticle', headline: 'East ferry to close' }),
      ),
    ],
    [
      'a form',
      short(
        'Write to us',
        '<h1>Write to us</h1><form><label>Name</label><input><textarea></textarea></form>',
      ),
    ],
    [
      'work in progress',
      short('Courier', '<h1>Back soon</h1><p>The site is under maintenance. Please try again later.</p>'),
    ],
    [
      'a section',
      short(
        'Sport',
        `<h1>Sport</h1>${Array.from({ length: 9 }, (_, at) => `<div><h3><a href="/${at}">Vessby beats team number ${at} of the league</a></h3><p>The team won again on Saturday, its coach said.</p></div>`).join('')}`,
      ),
    ],
  ])('is none: %s', (_name, html) => {
    expect(codeOf(html)).toBe('no-article');
  });
});
