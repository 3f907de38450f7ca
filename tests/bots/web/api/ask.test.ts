import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { ListedStories } from '../../../../src/bots/web/api/stories.ts';
import { afterOf, readWebAsking } from '../../../../src/bots/web/asking.ts';
import { askCommand } from '../../../../src/commands/ask.ts';
import type { Answer } from '../../../../src/knowledge/index.ts';
import { ioWith } from '../../../support/io.ts';
import { libraryFolder } from '../../../support/library-folder.ts';
import { type Opened, type Opening, openWeb } from '../opened.ts';
import { untruths } from './described.ts';
import { askPath, CLOSED, NIGHT_FERRY } from './night-ferry.ts';
import { ASKED, MANY_STORIES } from './stories-told.ts';

const opened: Opened[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((web) => web.stop()));
});

async function open(files: Readonly<Record<string, string>>, opening: Opening = {}): Promise<Opened> {
  const { path } = await libraryFolder(files);
  const web = await openWeb({ data: path, ...opening });
  opened.push(web);
  return web;
}

async function answerAt(web: Opened, path: string): Promise<Answer> {
  return (await (await web.get(path)).json()) as Answer;
}

/** Without what differs each time. */
function still({ tookMs: _, further, ...answer }: Answer): unknown {
  return { ...answer, further: further.map(still) };
}

describe('/api/ask', () => {
  test('says what nutgraf ask --json prints', async () => {
    const { path } = await libraryFolder(MANY_STORIES);
    const web = await openWeb({ data: path });
    opened.push(web);
    for (const [question, story] of ASKED) {
      const { io, written } = ioWith();
      const narrowed = story === null ? [] : ['--story', story];
      await askCommand.run(['--json', '--data', path, '--place', 'web', ...narrowed, '--', question], io);
      const answer = await answerAt(web, askPath(question, story === null ? {} : { story }));
      expect(still(answer), question).toEqual(still(JSON.parse(written.stdout)));
    }
  });

  test('quotes letter for letter', async () => {
    const web = await open(MANY_STORIES);
    let seen = 0;
    for (const [question] of ASKED) {
      const answer = await answerAt(web, askPath(question));
      for (const each of [answer, ...answer.further]) {
        const nearest = each.status === 'answered' ? [] : each.nearest;
        for (const { text, start, end, citation } of [...each.quotes, ...nearest]) {
          const story = web.knowledge.stories.find(({ slug }) => slug === citation.story);
          const article = story?.articles.find(({ id }) => id === citation.article);
          expect(article?.body.slice(start, end)).toBe(text);
          seen += 1;
        }
      }
    }
    expect(seen).toBeGreaterThan(10);
  });

  test('is kept by nobody on the way', async () => {
    const web = await open(NIGHT_FERRY);
    for (const path of [askPath('How did the board vote?'), '/api/ask?after=!', '/api/suggest']) {
      expect((await web.get(path)).headers.get('cache-control')).toBe('no-store');
    }
  });

  test('answers HEAD as GET without the body, and other methods with 405', async () => {
    const web = await open(NIGHT_FERRY);
    const path = askPath('How did the board vote?');
    const head = await web.get(path, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('x-nutgraf-after')).not.toBeNull();
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const refused = await web.get(path, { method });
      expect(refused.status, method).toBe(405);
      expect(refused.headers.get('allow')).toContain('GET');
      expect(await refused.json()).toMatchObject({ error: { code: 'wrong-method' } });
    }
  });
});

describe('a follow-up', () => {
  test('leans on what was asked before it', async () => {
    const web = await openWeb();
    opened.push(web);
    const first = await web.get(askPath('What was the vote count?'));
    const after = first.headers.get('x-nutgraf-after') ?? '';
    const alone = await answerAt(web, askPath('And who counted them?'));
    const leaning = await answerAt(web, askPath('And who counted them?', { after }));
    expect(still(leaning)).not.toEqual(still(alone));
  });

  test('is handed the last three questions', async () => {
    const web = await open(NIGHT_FERRY);
    const questions = ['How did the board vote?', 'What will a ticket cost?', 'Who sails?', 'When?', 'Why?'];
    let after = '';
    for (const question of questions) {
      const response = await web.get(askPath(question, { after }));
      expect(response.status).toBe(200);
      after = response.headers.get('x-nutgraf-after') ?? '';
    }
    const asking = readWebAsking(new URLSearchParams({ after }));
    expect(asking?.earlier.map(({ question }) => question)).toEqual(questions.slice(-3));
  });

  test('is handed fewer where they are long, so that proxies let the header through', async () => {
    const web = await open(NIGHT_FERRY);
    const long = (word: string) => `${`${word} `.repeat(120)}?`.slice(-900);
    let after = '';
    for (const question of [long('ferry'), long('harbour'), long('board')]) {
      const { headers } = await web.get(askPath(question, { after }));
      after = headers.get('x-nutgraf-after') ?? '';
      expect(after.length).toBeLessThanOrEqual(2_000);
    }
    const asking = readWebAsking(new URLSearchParams({ after }));
    expect(asking?.earlier).toHaveLength(1);
    const wide = await web.get(askPath('船'.repeat(900)));
    expect([wide.status, wide.headers.has('x-nutgraf-after')]).toEqual([200, false]);
  });

  test('gets none where nothing was asked, and keeps what was asked before', async () => {
    const web = await open(NIGHT_FERRY);
    expect((await web.get('/api/ask')).headers.has('x-nutgraf-after')).toBe(false);
    const { headers } = await web.get(askPath('How did the board vote?'));
    const after = headers.get('x-nutgraf-after') ?? '';
    expect((await web.get(askPath('', { after }))).headers.get('x-nutgraf-after')).toBe(after);
  });
});

describe('a story that is not open to the page', () => {
  const WORDS = /quandt|sealed|secret-mill|90,000|Mill is sold/i;

  test('appears nowhere', async () => {
    const web = await open({ ...NIGHT_FERRY, ...CLOSED });
    const paths = [
      '/api/stories',
      '/api/suggest?q=mill',
      '/api/suggest?story=secret-mill',
      '/api/suggest',
      askPath('Who bought the mill?'),
      askPath('What is the sealed mill?'),
      '/api/openapi.json',
    ];
    for (const path of paths) expect(await (await web.get(path)).text(), path).not.toMatch(/quandt|90,000/i);
    for (const path of paths.slice(0, 4)) expect(await (await web.get(path)).text(), path).not.toMatch(WORDS);
    expect(await answerAt(web, askPath('Who bought it?', { story: 'secret-mill' }))).toMatchObject({
      reason: 'no-story',
    });
  });

  test('is not leaned on, whatever a follow-up hands back', async () => {
    const web = await open({ ...NIGHT_FERRY, ...CLOSED });
    const quoted = { story: 'secret-mill', article: 'first', start: 0, end: 60 };
    const nowhere = { ...quoted, article: 'no-such-article' };
    for (const question of ['Who is that?', 'And what did it cost?', 'How did the board vote?']) {
      const answers: unknown[] = [];
      for (const at of [quoted, nowhere]) {
        const after = afterOf([{ question: 'Who bought the mill?', quoted: at }]);
        const response = await web.get(askPath(question, { after }));
        const text = await response.clone().text();
        expect(text).not.toMatch(WORDS);
        answers.push(still((await response.json()) as Answer));
      }
      expect(answers[0]).toEqual(answers[1]);
    }
  });

  test('is told of from the moment on at which its embargo ends', async () => {
    const ends = new Date(Date.now() + 1_500).toISOString();
    const story = `title: The new lock\nembargo: ${ends}\n`;
    const web = await open({
      ...NIGHT_FERRY,
      'new-lock/story.yaml': story,
      'new-lock/a.md': CLOSED['secret-mill/first.md'],
    });
    const slugs = async () => {
      const { stories } = (await (await web.get('/api/stories')).json()) as ListedStories;
      return stories.map(({ slug }) => slug);
    };
    if (Date.now() < Date.parse(ends) - 300) expect(await slugs()).toEqual(['night-ferry']);
    await new Promise((resolve) => setTimeout(resolve, Date.parse(ends) - Date.now() + 20));
    expect(await slugs()).toEqual(['new-lock', 'night-ferry']);
  });
});

describe('hostile requests', () => {
  test('of several values for one name the first counts', async () => {
    const web = await open(NIGHT_FERRY);
    const path = '/api/ask?q=How+did+the+board+vote?&q=What+will+it+cost?&story=&story=no-such-story&q[]=x';
    expect(await answerAt(web, path)).toMatchObject({
      status: 'answered',
      question: 'How did the board vote?',
    });
  });

  test('are answered, or refused in the form that is described', async () => {
    const web = await open({ ...NIGHT_FERRY, ...CLOSED });
    const queries = [
      'q=%00',
      'q=%ff%fe&story=%00',
      'q=%',
      'q=__proto__&story=__proto__',
      'q=constructor&story=constructor',
      'q=%F0%9F%9A%A2+%E2%80%AE+ferry&story=../../etc/passwd',
      'q=<script>alert(1)</script>',
      'after=e30',
      'after=bnVsbA',
      'after=W10',
      'after=W1tdXQ',
      `after=${Buffer.from(JSON.stringify([{ q: 'When?', a: ['x', 'y', -1, 1e300] }])).toString('base64url')}`,
      `after=${Buffer.from('['.repeat(9_000)).toString('base64url')}`,
      '&&&===',
    ];
    for (const query of queries) {
      const response = await web.get(`/api/ask?${query}`);
      expect([200, 400], query).toContain(response.status);
      expect(await untruths('/api/ask', response), query).toEqual([]);
      const suggested = await web.get(`/api/suggest?${query}`);
      expect(suggested.status, query).toBe(200);
      expect(await untruths('/api/suggest', suggested), query).toEqual([]);
    }
  });

  test('are answered whatever is asked after whatever', async () => {
    const web = await open({ ...NIGHT_FERRY, ...CLOSED });
    const text = fc.oneof(fc.string({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 20 }));
    const parameter = fc.tuple(fc.constantFrom('q', 'story', 'after', 'x'), text);
    await fc.assert(
      fc.asyncProperty(fc.array(parameter, { maxLength: 5 }), async (parameters) => {
        const query = new URLSearchParams();
        for (const [name, value] of parameters) query.append(name, value);
        const response = await web.get(`/api/ask?${query}`);
        expect([200, 400]).toContain(response.status);
        expect(await untruths('/api/ask', response)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
