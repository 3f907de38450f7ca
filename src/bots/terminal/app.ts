import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Bot } from '../bot.ts';
import { deferred } from '../deferred.ts';
import type { Desk } from '../desk.ts';
import { type Paper, renderReply } from './render.ts';

export interface TerminalOptions {
  readonly desk: Desk;
  readonly input: Readable;
  readonly output: Writable;
  /** Whether a person sits before it: then there is a prompt, and what was asked before is remembered. */
  readonly interactive: boolean;
  /** Whether input that ends without a question, such as a service's, does not end it. */
  readonly staysSilent?: boolean;
  readonly paper: Paper;
}

const PROMPT = '? ';

/**
 * A chat in the terminal: each line is a question. Ends at Ctrl-C, Ctrl-D, `exit` or the end of input,
 * once what was asked is answered.
 *
 * @param options where it reads and writes
 * @returns the bot
 */
export function terminalBot(options: TerminalOptions): Bot {
  const { desk, input, output, interactive, staysSilent = false, paper } = options;
  let lines: Interface | null = null;
  let health: 'connected' | 'connecting' | 'stopped' = 'connecting';
  let asked = 0;
  let answering: Promise<void> = Promise.resolve();
  const { promise: ended, resolve: end } = deferred();

  async function answer(text: string): Promise<void> {
    asked += 1;
    await desk.answer(
      {
        deliveries: [`terminal:${asked}`],
        place: { bot: 'terminal' },
        thread: interactive ? 'terminal' : null,
        text,
      },
      { post: (reply) => write(output, `${renderReply(reply, paper)}\n\n`) },
    );
    if (health === 'connected' && interactive) lines?.prompt();
  }

  return {
    name: 'terminal',
    ended,

    async start() {
      lines = createInterface(
        interactive ? { input, output, terminal: true, prompt: PROMPT } : { input, terminal: false },
      );
      health = 'connected';
      lines.on('line', (line) => {
        if (interactive && /^\s*\/?(?:exit|quit)\s*$/i.test(line)) lines?.close();
        else answering = answering.then(() => answer(line));
      });
      lines.on('SIGINT', () => lines?.close());
      lines.on('close', () => {
        if (interactive) output.write('\n');
        if (interactive || asked > 0 || !staysSilent) void answering.then(end);
      });
      if (interactive) lines.prompt();
    },

    async stop() {
      health = 'stopped';
      lines?.close();
      await answering;
      await desk.close();
    },

    health: () => health,
  };
}

/** Resolves once the text is handed on, so that a slow reader slows us down and not the memory up. */
function write(output: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
