import { once } from 'node:events';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Program, program, type Running } from '../../tests/postgres/program.ts';

/** A process of the program under test, which may be started again. */
export interface Bot {
  readonly name: string;
  /** Where it listens; the same after it was started again. */
  readonly port: number;
  /** Whether it is there to be asked: not while it is started again. */
  isUp(): boolean;
  /** Tells it to stop, and starts it again once it has. */
  restart(): Promise<void>;
  /** Stops it for so long, in ms, in the middle of whatever it is doing. */
  stopFor(ms: number): void;
  /** From now on every call of its file system takes so many ms longer. */
  slowDisk(ms: number): void;
  /** What it holds when garbage is thrown away, in bytes; `null` where it does not say in time. */
  memory(): Promise<NodeJS.MemoryUsage | null>;
  /** Lines of its log that tell of something wrong, of all processes that it was. */
  complaints(): readonly string[];
  /** How it ended, where it was not told to; else `null`. */
  died(): string | null;
  stop(): Promise<void>;
}

/** Puts processes into a folder of their own. */
export interface Bots {
  start(name: string, env: Readonly<Record<string, string>>): Promise<Bot>;
  end(): Promise<void>;
}

/** In ms: it may be stopped, or busy. */
const ANSWERS_WITHIN = 10_000;
const PRELOAD = 'soak/bot/preload.js';

/**
 * @param library folder of the library
 * @returns processes, none started yet
 */
export async function openBots(library: string): Promise<Bots> {
  const node = ['--expose-gc', '--import', pathToFileURL(resolve(PRELOAD)).href];
  const nutgraf = await program({ ready: 'started', library, node });
  return { start: (name, env) => startBot(nutgraf, name, env), end: nutgraf.end };
}

async function startBot(nutgraf: Program, name: string, env: Readonly<Record<string, string>>): Promise<Bot> {
  const all: Running[] = [];
  let [isUp, isTold, count] = [false, false, 0];
  let died: string | null = null;

  async function start(port: number): Promise<Running> {
    isTold = false;
    const running = await nutgraf.start({ ...env, PORT: String(port) });
    all.push(running);
    running.child.once('exit', (code, signal) => {
      isUp = false;
      if (!isTold || code !== 0) died = `${name} ended with ${code ?? signal}`;
    });
    isUp = true;
    return running;
  }

  let running = await start(0);
  const port = running.port ?? 0;
  const tell = (message: object) => {
    count += 1;
    if (running.child.connected) running.child.send({ id: count, ...message }, () => undefined);
    return count;
  };
  async function stop(): Promise<void> {
    isTold = true;
    isUp = false;
    await running.end('SIGTERM');
  }

  return {
    name,
    port,
    isUp: () => isUp,
    async restart() {
      await stop();
      running = await start(port);
    },
    stopFor: (ms) => void tell({ ask: 'stop', ms }),
    slowDisk: (ms) => void tell({ ask: 'slow', ms }),
    async memory() {
      const { child } = running;
      const asked = tell({ ask: 'memory' });
      const signal = AbortSignal.timeout(ANSWERS_WITHIN);
      try {
        for (;;) {
          const [{ id, memory }] = await once(child, 'message', { signal });
          if (id === asked) return memory;
        }
      } catch {
        return null;
      }
    },
    complaints: () => all.flatMap(({ complaints }) => complaints),
    died: () => died,
    stop,
  };
}
