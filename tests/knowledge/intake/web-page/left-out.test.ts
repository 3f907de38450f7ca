import { describe, expect, it } from 'vitest';
import { readWebPage } from '../../../../src/knowledge/intake/web-page.ts';
import { around, article, HEADLINE, page, paragraphs, STORY } from './pages.ts';

const read = (html: string) => readWebPage(html, 'https://courier.example/news/east-ferry');
const between = (piece: string) => {
  const draft = read(around(piece));
  expect(draft.paragraphs.slice(0, 3)).toEqual(STORY.slice(0, 3));
  expect(draft.paragraphs.slice(-3)).toEqual(STORY.slice(3));
  return draft.paragraphs.slice(3, -3);
};
const leftOut = (piece: string) => {
  expect(between(piece)).toEqual([]);
  return read(around(piece)).leftOut.filter(({ text }) => text !== HEADLINE && !/Courier|Terms/.test(text));
};

describe('what is no part of the story', () => {
  it.each([
    [
      'a caption',
      '<figure><img src="a.jpg"><figcaption>A gull on the quay</figcaption></figure>',
      'caption',
      'A gull on the quay',
    ],
    [
      'a caption by its class',
      '<div><img src="a.jpg"><div class="image-caption">A gull on the quay</div></div>',
      'caption',
      'A gull on the quay',
    ],
    [
      'a caption in a system’s box',
      '<div class="wp-caption"><img src="a.jpg"><p class="wp-caption-text">A gull on the quay</p></div>',
      'caption',
      'A gull on the quay',
    ],
    [
      'a caption by its label',
      '<p>Image caption, A gull on the quay</p>',
      'caption',
      'Image caption, A gull on the quay',
    ],
    [
      'a credit',
      '<div><img src="a.jpg"><span class="photo-credit">Lena Brandt</span></div>',
      'credit',
      'Lena Brandt',
    ],
    [
      'a credit by its label',
      '<p>Image source, Harbour Pictures</p>',
      'credit',
      'Image source, Harbour Pictures',
    ],
    ['advertising', '<div class="ad-wrapper"><span>Advertisement</span></div>', 'promotion', 'Advertisement'],
    [
      'advertising without a name',
      '<div>Story continues below advertisement</div>',
      'promotion',
      'Story continues below advertisement',
    ],
    [
      'a box of related stories',
      '<div class="related-posts"><a href="/a">Ten things to do this weekend</a></div>',
      'promotion',
      'Ten things to do this weekend',
    ],
    [
      'a pointer',
      '<p><b>READ MORE: <a href="/a">Ten things to do</a></b></p>',
      'promotion',
      'READ MORE: Ten things to do',
    ],
    [
      'a line that is a link',
      '<p><a href="/a">Ten things to do this weekend</a></p>',
      'promotion',
      'Ten things to do this weekend',
    ],
    [
      'a list of links',
      '<ul><li><a href="/a">Ten things to do this weekend</a></li></ul>',
      'promotion',
      'Ten things to do this weekend',
    ],
    [
      'a newsletter',
      '<aside><form>Sign up for the morning letter<input type="email"></form></aside>',
      'promotion',
      'Sign up for the morning letter',
    ],
    [
      'a newsletter in a paragraph',
      '<p>Sign up for our newsletter <a href="/n">here</a>.</p>',
      'promotion',
      'Sign up for our newsletter here.',
    ],
    [
      'a gallery',
      '<div class="photo-gallery"><h3>The ferry in pictures</h3></div>',
      'gallery',
      'The ferry in pictures',
    ],
    [
      'buttons to share',
      '<div class="share-bar"><a href="#">Share on Quayside</a></div>',
      'navigation',
      'Share on Quayside',
    ],
    [
      'a quotation shown twice',
      '<blockquote class="pullquote">We cannot keep a boat afloat on promises</blockquote>',
      'promotion',
      'We cannot keep a boat afloat on promises',
    ],
    [
      'a right',
      '<p>© 2024 Harbour Press. All rights reserved.</p>',
      'legal',
      '© 2024 Harbour Press. All rights reserved.',
    ],
  ])('is left out, with the reason: %s', (_name, piece, reason, text) => {
    expect(leftOut(piece)).toEqual([{ text, reason }]);
  });

  it.each([
    ['hidden', '<p hidden>Nobody sees this sentence on the page.</p>'],
    ['not displayed', '<div style="display: none"><p>Nobody sees this sentence on the page.</p></div>'],
    ['said without scripts', '<noscript>Please enable JavaScript to see this.</noscript>'],
    ['a button', '<button>Listen</button>'],
  ])('is not even told where nobody sees it: %s', (_name, piece) => {
    expect(leftOut(piece)).toEqual([]);
  });

  it('keeps links to other sites, which a story lists', () => {
    expect(between('<h3><a href="https://boats.example/b">The boats of the eastern shore</a></h3>')).toEqual([
      'The boats of the eastern shore',
    ]);
  });

  it('is cut to what shows what was cut', () => {
    const [piece] = leftOut(`<aside>${'Sign up for the morning letter. '.repeat(30)}</aside>`);
    expect(piece?.text.length).toBeLessThan(320);
  });

  it('holds the lines that state the details', () => {
    const body = article(`<p class="byline">By Ida Lund</p><p>Published 7 May 2024</p>${paragraphs()}`);
    expect(read(page({ body })).leftOut).toEqual(
      expect.arrayContaining([
        { text: HEADLINE, reason: 'details' },
        { text: 'By Ida Lund', reason: 'details' },
        { text: 'Published 7 May 2024', reason: 'details' },
      ]),
    );
  });
});
