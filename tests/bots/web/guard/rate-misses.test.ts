import { expect, it } from 'vitest';
import { openWeb } from '../opened.ts';
import { askRaw, from } from './raw-answer.ts';

it('what is at no address is counted, though it looks like what a page is made of', async () => {
  const opened = await openWeb({ config: { rate: 4, proxies: 1 } });
  try {
    for (const path of ['/assets/nothing.css', '/embed.jsx', '/favicon.png']) {
      const statuses = [];
      for (let count = 0; count < 3; count += 1) {
        const { status } = await askRaw(opened.port, path, [from(`203.0.113.${path.length}`)]);
        statuses.push(status);
      }
      expect([path, statuses]).toEqual([path, [404, 404, 429]]);
    }
  } finally {
    await opened.stop();
  }
});
