import type { Bot } from '../bot/bot.ts';
import type { Question, Tally } from '../counting/tally.ts';
import type { Random } from '../random.ts';
import { type Asked, someFollowUp } from './questions.ts';
import { recent } from './recent.ts';
import type { Street } from './street.ts';

/** In ms: a browser waits longer than anybody does. */
const WAITS = 30_000;
/** The API takes longer ones; an address does not. */
const LONGEST = 1_500;

/**
 * People before the page, and programs that ask the API.
 *
 * @param bot the process whose page it is
 * @param tally where it is told what came of it
 * @param random decides
 * @returns ways to ask
 */
export function webStreet(bot: Bot, tally: Tally, random: Random): Street {
  const answered = recent<string>();
  let count = 0;

  function get(way: string, path: string, { text, expects }: Asked, after?: string): Question {
    count += 1;
    const key = `web ${count}`;
    const question = tally.ask(way, [key], expects);
    const query = new URLSearchParams({
      q: text.slice(0, LONGEST),
      ...(after === undefined ? {} : { after }),
    });
    void asked(question, key, `http://127.0.0.1:${bot.port}${path}?${query}`, text.slice(0, LONGEST));
    return question;
  }

  async function asked(question: Question, key: string, url: string, text: string): Promise<void> {
    const wasUp = bot.isUp();
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(WAITS) });
      const body = await response.text();
      const after = response.headers.get('x-nutgraf-after');
      if (after !== null) answered.add(after);
      if (response.status === 503) question.told = 'refusal';
      else if (response.status >= 500) question.told = 'failure';
      else if (response.status !== 200)
        tally.stray(`the page answered ${response.status}: ${body.slice(0, 200)}`);
      else if (url.includes('/api/') && !isOf(body, text)) question.isWrong = true;
      else tally.hear(key, 'answer', body);
    } catch {
      // A process that is told to stop cuts nothing off; while there is none, nobody answers.
      if (!wasUp || !bot.isUp()) question.excuse = 'gone';
    }
  }

  return {
    ways: [
      { weight: 2, ask: (asking) => get('web page', '/', asking) },
      { weight: 3, ask: (asking) => get('web API', '/api/ask', asking) },
      {
        weight: 1,
        ask: () => {
          const after = answered.take(random);
          return after === null ? null : get('web follow-up', '/api/ask', someFollowUp(random), after);
        },
      },
    ],
  };
}

/** Whether an answer is one to this question, or to the first of several: it says so itself, marks aside. */
function isOf(body: string, text: string): boolean {
  const plain = (all: string) => all.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '');
  return plain(text).startsWith(plain(String(JSON.parse(body).question)));
}
