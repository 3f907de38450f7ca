import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Opened, openWeb } from '../opened.ts';
import { askRaw } from './raw-answer.ts';

let opened: Opened;
beforeAll(async () => {
  opened = await openWeb();
});
afterAll(() => opened.stop());

const SCRIPT = '<script>alert(1)</script>';

describe('a question that is meant to', () => {
  it.each(['%0d%0aset-cookie:%20a=1', '%0d%0a%0d%0a<script>', '%00', '%e2%80%ae', '%ff%fe', '%'])(
    'become a header does not: %s',
    async (written) => {
      for (const path of [`/?q=${written}`, `/api/ask?q=${written}`, `/api/suggest?q=${written}`]) {
        const { status, headers } = await askRaw(opened.port, path);
        expect([path, status, headers.get('set-cookie')]).toEqual([path, 200, null]);
      }
    },
  );

  it('become markup does not, nor does anything else in an address', async () => {
    const written = encodeURIComponent(`"'>${SCRIPT}`);
    for (const path of [
      `/?q=${written}`,
      `/?q=who&story=${written}`,
      `/?q=who&after=${written}`,
      `/?${written}=1`,
      `/story/${written}`,
      `/story/bessemer-union-vote/${written}`,
      `/story/bessemer-union-vote?at=${written}`,
      `/assets/${written}`,
      `/desk/${written}`,
      `/${written}`,
      `/${'<script>alert(1)</script>'}`,
    ]) {
      const { body, headers } = await askRaw(opened.port, path);
      expect(headers.get('content-type')).toMatch(/^text\/html/);
      expect([path, body.includes(SCRIPT)]).toEqual([path, false]);
    }
  });

  it('be read as a page by a browser that guesses is sent as JSON, and not to be guessed', async () => {
    const { headers } = await askRaw(opened.port, `/api/ask?q=${encodeURIComponent(SCRIPT)}`);
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('names that every object has', () => {
  const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '__proto__[x]', 'prototype'];

  it.each(NAMES)('%s is a parameter, a story, an article and a file like any other', async (name) => {
    for (const [path, status] of [
      [`/?q=who&${name}=1`, 200],
      [`/?q=${name}&story=${name}`, 200],
      [`/api/suggest?q=${name}&story=${name}`, 200],
      [`/story/${name}`, 404],
      [`/story/bessemer-union-vote/${name}`, 404],
      [`/story/bessemer-union-vote?at=${name}`, 200],
      [`/feed/${name}/unanswered.json`, 404],
      [`/assets/${name}`, 404],
      [`/${name}`, 404],
      [`/api/${name}`, 404],
    ] as const) {
      const answer = await askRaw(opened.port, path);
      expect([path, answer.status]).toEqual([path, status === 404 ? expect.toSatisfy(isClosed) : status]);
    }
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  /** Not there, or not open to whoever asks. */
  const isClosed = (status: number) => [401, 403, 404].includes(status);

  it('turns that are made of them are none of ours', async () => {
    for (const turns of [
      '{"__proto__":[]}',
      '[{"__proto__":{"x":1}}]',
      '[["__proto__"]]',
      '[null]',
      '"x"',
      '[1e999]',
    ]) {
      const after = Buffer.from(turns).toString('base64url');
      const { status } = await askRaw(opened.port, `/api/ask?q=who&after=${after}`);
      expect([turns, status === 200 || status === 400]).toEqual([turns, true]);
    }
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

describe('paths that lead out', () => {
  it.each([
    '/assets/../../../../etc/passwd',
    '/assets/..%2f..%2f..%2fetc%2fpasswd',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/%252e%252e%252fpackage.json',
    '/assets/....//package.json',
    '/story/..%2f..%2fpackage.json',
    '/story/bessemer-union-vote/..%2f..%2f..%2fpackage',
    '/story/bessemer-union-vote/..%5c..%5cpackage',
    '/story/bessemer-union-vote/%00',
    '/feed/..%2f..%2f/unanswered.json',
    '/%c0%ae%c0%ae/',
    '/%',
    '/story/%',
    '/story/%ff',
    '/assets/page.css%00.js',
  ])('lead nowhere: %s', async (path) => {
    const { status, body } = await askRaw(opened.port, path);
    expect([path, status]).toEqual([
      path,
      expect.toSatisfy((each) => [400, 401, 403, 404].includes(each as number)),
    ]);
    expect(body).not.toMatch(/root:|"dependencies"/);
  });

  it('do not lead to another site', async () => {
    const refusals = [
      ['//evil.example', 404],
      ['//evil.example/%2f..', 404],
      ['/%5cevil.example', 404],
      ['/.//evil.example', 400],
    ] as const;
    for (const [path, expected] of refusals) {
      const { status, headers } = await askRaw(opened.port, path);
      expect([path, status, headers.get('location')]).toEqual([path, expected, null]);
    }
  });
});

it('is nothing to warn of, and no question gets into the log', () => {
  expect(opened.lines.length).toBeGreaterThan(100);
  expect(opened.lines.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
  expect(JSON.stringify(opened.lines)).not.toMatch(/set-cookie|after=|[?]q=/);
});
