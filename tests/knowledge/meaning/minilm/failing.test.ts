import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openMiniLm } from '../../../../src/knowledge/meaning/minilm/open.ts';
import { emptyFolder, openStandIn } from '../../../support/network/open.ts';

const FERRY = 'The ferry to Quay Island sank';

describe('a network that fails', () => {
  it('says what to install when its packages are not there', async () => {
    const folder = await emptyFolder();
    const news = { trouble: () => {}, settled: () => {} };
    const standIn = pathToFileURL(join(folder, 'no-such-package.js')).href;
    await expect(openMiniLm({ folder, news, standIn })).rejects.toMatchObject({
      name: 'DeepMeaningError',
      code: 'not-installed',
      message: expect.stringContaining('npm install --include=optional'),
    });
  });

  it('is started once more when a text ends it, and goes on without that text', async () => {
    const { deep, settled, news } = await openStandIn();
    deep.prepare(['a deadly sentence']);
    await settled();
    deep.prepare([FERRY]);
    await settled();
    expect(await deep.cosines('Which ferry?', [FERRY])).toHaveLength(1);
    expect(news.trouble).not.toHaveBeenCalled();
  });

  it('is given up the second time, with one line, and answers go on without it', async () => {
    const { deep, settled, news } = await openStandIn();
    deep.prepare([FERRY]);
    await settled();
    expect(await deep.cosines('a deadly question', [FERRY])).toBeNull();
    expect(await deep.cosines('another deadly question', [FERRY])).toBeNull();
    expect(news.trouble).toHaveBeenCalledTimes(1);
    expect(news.trouble).toHaveBeenCalledWith(
      expect.stringContaining('answers go on without it'),
      expect.objectContaining({ message: 'a text that ends the thread' }),
    );
    expect(await deep.cosines('Which ferry?', [FERRY])).toBeNull();
    deep.prepare(['Barley grows slowly']);
    await settled();
    expect(deep.ready()).toEqual({ done: 1, wanted: 1 });
  });

  it('is ended when it answers nothing for two minutes, and given up when it does so again', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const { deep, news } = await openStandIn({ patience: 60_000 });
    deep.prepare([FERRY]);
    const ask = (text: string) => deep.cosines(text, [FERRY]);
    await expect.poll(() => ask('Which ferry?')).toHaveLength(1);
    const [first, second] = [ask('an endless question'), ask('Which island?')];
    vi.advanceTimersByTime(119_999);
    expect(news.trouble).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(await Promise.all([first, second])).toEqual([null, null]);
    expect(await ask('Which island?')).toHaveLength(1);
    const third = ask('another endless question');
    vi.advanceTimersByTime(120_000);
    expect(await third).toBeNull();
    expect(news.trouble).toHaveBeenCalledWith(
      expect.stringContaining('answers go on without it'),
      expect.objectContaining({ message: 'The thread did not answer any more.' }),
    );
  });

  it('leaves no question waiting when it ends', async () => {
    const { deep, settled } = await openStandIn({ delay: 50, patience: 60_000 });
    deep.prepare([FERRY]);
    await settled();
    const asked = ['Which ferry?', 'a deadly question', 'Which island?'].map((text) =>
      deep.cosines(text, [FERRY]),
    );
    expect(await Promise.all(asked)).toEqual([expect.any(Array), null, null]);
  });
});
