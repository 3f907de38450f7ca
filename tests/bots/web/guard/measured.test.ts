import { afterEach, expect, it } from 'vitest';
import { type Opened, openWeb } from '../opened.ts';
import { askRaw } from './raw-answer.ts';

let opened: Opened;
afterEach(() => opened.stop());

it('counts requests by the pattern of their route, which are as many as we have made', async () => {
  opened = await openWeb();
  for (const path of [
    '/',
    '/?q=who+voted',
    '/story/bessemer-union-vote',
    '/nowhere',
    '/else/where',
    '/api/none',
  ]) {
    await askRaw(opened.port, path);
  }
  for (let index = 0; index < 20; index += 1) await askRaw(opened.port, `/story/made-up-${index}`);
  await askRaw(opened.port, '/', ['host: evil.example']);
  await askRaw(opened.port, '/', [], 'DELETE');
  const { body } = await askRaw(opened.port, '/metrics');
  const counts = Object.fromEntries(
    [...body.matchAll(/^nutgraf_http_request_duration_seconds_count\{(.*)\} (\d+)$/gm)].map(
      ([, labels, count]) => [labels, Number(count)],
    ),
  );
  expect(counts).toEqual({
    'route="/",status="200"': 2,
    'route="/",status="421"': 1,
    'route="/story/:story",status="200"': 1,
    'route="/story/:story",status="404"': 20,
    'route="none",status="404"': 3,
    'route="none",status="405"': 1,
  });
  expect(body).toMatch(/^nutgraf_questions_total\{bot="web",outcome="\w+"\} 1$/m);
});
