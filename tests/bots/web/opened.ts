import { openDesk } from '../../../src/bots/conversation.ts';
import { webBot } from '../../../src/bots/web/app.ts';
import { remembering } from '../../../src/bots/web/remembering.ts';
import { readConfig, type WebConfig } from '../../../src/config.ts';
import { openFront } from '../../../src/http/front.ts';
import { HEALTH_PATH, healthRoute, READY_PATH, readyRoute } from '../../../src/http/health.ts';
import { type Knowledge, openKnowledge } from '../../../src/knowledge/index.ts';
import type { Ledger } from '../../../src/ledger/ledger.ts';
import { memoryLedger } from '../../../src/ledger/memory.ts';
import { openMetrics } from '../../../src/metrics.ts';
import { type Line, rememberingLog } from '../../support/remembering-log.ts';

/** A page of its own on loopback. */
export interface Opened {
  /** `http://127.0.0.1:1234` */
  readonly origin: string;
  readonly port: number;
  readonly knowledge: Knowledge;
  readonly ledger: Ledger;
  readonly lines: readonly Line[];
  /** Fetches a path. */
  get(path: string, init?: RequestInit): Promise<Response>;
  stop(): Promise<void>;
}

export interface Opening {
  /** Folder of the library; the one that ships without it. */
  readonly data?: string;
  readonly config?: Partial<WebConfig>;
  /** Whether the library's files are followed. */
  readonly following?: boolean;
  readonly ledger?: Ledger;
  readonly host?: string;
  /** Answers instead of the library. */
  readonly ask?: Knowledge['ask'];
}

/** Opens the real page, as `nutgraf start` does. */
export async function openWeb(opening: Opening = {}): Promise<Opened> {
  const { data = 'data', following = false, host = '127.0.0.1' } = opening;
  const { log, lines } = rememberingLog();
  const own = await openKnowledge({
    data,
    ...(following && {
      following: { changed: () => undefined, failed: (error) => void lines.push(broken(error)) },
    }),
  });
  const knowledge = opening.ask === undefined ? own : { ...own, ask: opening.ask };
  const ledger = opening.ledger ?? (await memoryLedger(null));
  const metrics = openMetrics();
  const { assets, web } = readConfig({});
  if (web === null) throw new Error('the page is on unless it is turned off');
  const front = openFront({ host, ports: [0], log });
  const desk = openDesk({ knowledge: remembering(knowledge), ledger, log, metrics });
  const config = { ...web, ...opening.config };
  const bot = webBot({ config, assets, data, host, front, desk, knowledge, ledger, metrics, log });
  front.mount(
    new Map([
      [HEALTH_PATH, healthRoute(() => [bot])],
      [READY_PATH, readyRoute(async () => (bot.health() === 'connected' ? [] : ['web']))],
    ]),
  );
  await bot.start();
  const { port } = await front.listen();
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    port,
    knowledge,
    ledger,
    lines,
    get: (path, init) => fetch(`${origin}${path}`, init),
    async stop() {
      await Promise.all([bot.stop(), front.close()]);
      await own.close();
    },
  };
}

function broken(error: unknown): Line {
  throw error;
}
