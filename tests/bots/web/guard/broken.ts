import { openDesk } from '../../../../src/bots/conversation.ts';
import { webBot } from '../../../../src/bots/web/app.ts';
import { readConfig } from '../../../../src/config.ts';
import { openFront } from '../../../../src/http/front.ts';
import { openKnowledge } from '../../../../src/knowledge/index.ts';
import { memoryLedger } from '../../../../src/ledger/memory.ts';
import { openMetrics } from '../../../../src/metrics.ts';
import { type Line, rememberingLog } from '../../../support/remembering-log.ts';

/** The real page over a library that cannot tell what is open. */
export async function openBroken(error: Error): Promise<{
  readonly port: number;
  readonly lines: readonly Line[];
  stop(): Promise<void>;
}> {
  const { log, lines } = rememberingLog();
  const { assets, web } = readConfig({});
  if (web === null) throw new Error('the page is on unless it is turned off');
  const own = await openKnowledge({ data: 'data' });
  const knowledge = {
    ...own,
    storiesOpenTo: () => {
      throw error;
    },
  };
  const front = openFront({ host: '127.0.0.1', ports: [0], log });
  const [ledger, metrics, host] = [await memoryLedger(null), openMetrics(), '127.0.0.1'];
  const desk = openDesk({ knowledge, ledger, log });
  const bot = webBot({
    config: web,
    assets,
    data: 'data',
    host,
    front,
    desk,
    knowledge,
    ledger,
    metrics,
    log,
  });
  await bot.start();
  const { port } = await front.listen();
  return {
    port,
    lines,
    async stop() {
      await Promise.all([bot.stop(), front.close()]);
      await own.close();
    },
  };
}
