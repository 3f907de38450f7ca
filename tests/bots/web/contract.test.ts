import type { Answer, Question } from '../../../src/knowledge/index.ts';
import { type BotSubject, describeBot } from '../bot-contract.ts';
import { openWeb } from './opened.ts';
import { activeIn, shownPage } from './shown-page.ts';

async function open(ask: (question: Question) => Promise<Answer>) {
  let begun = () => {};
  const asked = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const web = await openWeb({
    async ask(question) {
      begun();
      return ask(question);
    },
  });
  let stopped: Promise<void> | null = null;
  const stop = () => {
    stopped ??= web.stop();
    return stopped;
  };
  return { web, asked, stop };
}

const subject: BotSubject = {
  name: 'web',
  ways: ['page'],
  privateWays: [],
  shared: false,
  async open(ask) {
    const { web, asked, stop } = await open(ask);
    const pages: string[] = [];
    const page = async (text: string) => {
      const response = await web.get(`/?${new URLSearchParams({ q: text })}`);
      const html = await response.text();
      pages.push(html);
      return shownPage(html);
    };
    return {
      ask: (_way, text) => page(text),
      async stopWhileAsking(_way, text) {
        const answer = page(text);
        await asked;
        await stop();
        return [await answer];
      },
      askTwice: async () => [],
      letBotsSpeak: async () => [],
      pings: () => pages.flatMap(activeIn),
      stop,
    };
  },
};
describeBot(subject);
