import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, vi } from 'vitest';
import type { DeepMeaning } from '../../../src/knowledge/meaning/deep.ts';
import { openMiniLm } from '../../../src/knowledge/meaning/minilm/open.ts';

const opened: DeepMeaning[] = [];
const made: string[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((deep) => deep.close()));
  await Promise.all(made.splice(0).map((path) => rm(path, { recursive: true, force: true })));
});

/** A folder for one test. */
export async function emptyFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'nutgraf-vectors-'));
  made.push(path);
  return path;
}

/**
 * Opens meaning by a network in its real thread, with a stand-in for the network; closed when the test ends.
 *
 * @param setup `delay`: how long, in ms, the stand-in takes for a text; `folder`: where vectors are kept
 */
export async function openStandIn(
  setup: { readonly delay?: number; readonly patience?: number; readonly folder?: string } = {},
) {
  const { delay = 0, patience = 5_000, folder = join(await emptyFolder(), 'cache') } = setup;
  const seen = join(await emptyFolder(), 'seen');
  const standIn = new URL('./stand-in.js', import.meta.url);
  standIn.search = new URLSearchParams({ delay: String(delay), seen }).toString();
  const news = { trouble: vi.fn(), settled: vi.fn() };
  const deep = await openMiniLm({ folder, patience, news, standIn: standIn.href });
  opened.push(deep);
  return {
    deep,
    folder,
    news,
    /** The texts that the network has been given, in order. */
    seen: () => (existsSync(seen) ? readFileSync(seen, 'utf8').split('\n').slice(0, -1) : []),
    /** Waits until all that was announced is at hand. */
    settled: () => vi.waitFor(() => isSettled(deep), { timeout: 10_000, interval: 5 }),
  };
}

function isSettled(deep: DeepMeaning): void {
  const { done, wanted } = deep.ready();
  if (done < wanted) throw new Error(`${done} of ${wanted} vectors are at hand`);
}
