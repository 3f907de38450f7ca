import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { terminalBot } from '../../../src/bots/terminal/app.ts';
import { type Answer, openKnowledge, type Question } from '../../../src/knowledge/index.ts';
import { openLog } from '../../../src/log.ts';
import { deskOf } from '../../support/desk.ts';
import { type BotSubject, describeBot, type Shown } from '../bot-contract.ts';

const BOLD = /\u001b\[1m(.*?)\u001b\[22m/gs;

/** What stands on the screen, line breaks of wrapping and the quotation's bar undone. */
function shown(output: string): Shown {
  const plain = stripVTControlCharacters(output);
  return {
    text: plain.replace(/\n(?:│| ) /g, ' '),
    bold: [...output.matchAll(BOLD)].map((match) => match[1] ?? ''),
    links: plain.match(/https?:\S+/g) ?? [],
    onlyToAsker: false,
  };
}

async function open(ask: (question: Question) => Promise<Answer>, interactive = false) {
  const [input, output] = [new PassThrough(), new PassThrough({ encoding: 'utf8' })];
  const bot = terminalBot({
    desk: await deskOf(ask, openLog('silent')),
    input,
    output,
    interactive,
    paper: { bold: true, width: 80 },
  });
  const answers: string[] = [];
  let told = () => {};
  output.on('data', (chunk: string) => {
    answers.push(chunk);
    told();
  });
  const next = () =>
    new Promise<string>((resolve) => {
      const before = answers.length;
      told = () => resolve(answers.slice(before).join(''));
    });
  return { bot, input, next, answers };
}

const subject: BotSubject = {
  name: 'terminal',
  ways: ['line'],
  privateWays: [],
  shared: false,
  async open(ask) {
    const { bot, input, next, answers } = await open(ask);
    await bot.start();
    return {
      async ask(_way, text) {
        const answer = next();
        input.write(`${text}\n`);
        return shown(await answer);
      },
      async stopWhileAsking(_way, text) {
        input.write(`${text}\n`);
        await new Promise((resolve) => setImmediate(resolve));
        await bot.stop();
        return answers.map(shown);
      },
      askTwice: async () => [],
      letBotsSpeak: async () => [],
      pings: () => answers.flatMap((answer) => answer.match(/[\u0007]/g) ?? []),
      stop: () => bot.stop(),
    };
  },
};
describeBot(subject);

it('is a thread where a person sits before it: a follow-up is understood by what came before', async () => {
  const knowledge = await openKnowledge({ data: 'data' });
  const { bot, input, answers } = await open((question) => knowledge.ask(question), true);
  await bot.start();
  input.write('what was the vote count?\n');
  input.write('and how many were in favor?\n');
  input.end();
  await bot.ended;
  const shown = answers.join('').replace(/\u001b\[[0-9;]*[A-Za-z]/g, '');
  expect(shown.match(/1,798/g)?.length).toBe(2);
  await bot.stop();
});

it('answers every line that was read before the end of input, in order, and then ends', async () => {
  const asked: string[] = [];
  const { bot, input } = await open(async ({ text }) => {
    asked.push(text);
    throw new Error('this test asks only for the order');
  });
  await bot.start();
  input.end('one\ntwo\nthree');
  await bot.ended;
  expect(asked).toEqual(['one', 'two', 'three']);
  await bot.stop();
  expect(bot.health()).toBe('stopped');
});
