import { describe, expect, it } from 'vitest';
import { type Metrics, openMetrics } from '../src/metrics.ts';

/** Values by name and labels. */
async function read(metrics: Metrics): Promise<ReadonlyMap<string, number>> {
  const { body } = await metrics.text();
  const lines = body.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

describe('metrics', () => {
  it('count questions by bot and outcome, and how long they took in seconds', async () => {
    const metrics = openMetrics();
    metrics.asked('web', 'answered', 4);
    metrics.asked('web', 'answered', 20);
    metrics.asked('slack', 'unsure', 2);
    const values = await read(metrics);
    expect(values.get('nutgraf_questions_total{bot="web",outcome="answered"}')).toBe(2);
    expect(values.get('nutgraf_questions_total{bot="slack",outcome="unsure"}')).toBe(1);
    expect(values.get('nutgraf_answer_duration_seconds_sum{bot="web"}')).toBeCloseTo(0.024);
    expect(values.get('nutgraf_answer_duration_seconds_bucket{le="0.005",bot="web"}')).toBe(1);
  });

  it('count requests by route and status', async () => {
    const metrics = openMetrics();
    metrics.served('/story/:story', 200, 3);
    const values = await read(metrics);
    expect(
      values.get('nutgraf_http_request_duration_seconds_count{route="/story/:story",status="200"}'),
    ).toBe(1);
  });

  it('tell of the library and the bots as they are when somebody reads', async () => {
    const metrics = openMetrics();
    const library = { stories: [{ articles: [1, 2] }, { articles: [3] }], sentences: 40 };
    let health = 'connected';
    metrics.watch({ library, bots: [{ name: 'slack', health: () => health }] });
    expect(
      Object.fromEntries([...(await read(metrics))].filter(([name]) => /library|bot_/.test(name))),
    ).toEqual({
      nutgraf_library_stories: 2,
      nutgraf_library_articles: 3,
      nutgraf_library_sentences: 40,
      'nutgraf_bot_connected{bot="slack"}': 1,
    });
    library.stories.pop();
    health = 'connecting';
    const values = await read(metrics);
    expect(values.get('nutgraf_library_stories')).toBe(1);
    expect(values.get('nutgraf_bot_connected{bot="slack"}')).toBe(0);
  });

  it('tell what the process uses, under the names that everybody knows', async () => {
    const values = await read(openMetrics());
    for (const name of [
      'process_cpu_seconds_total',
      'process_resident_memory_bytes',
      'nodejs_heap_size_used_bytes',
    ]) {
      expect([name, values.has(name)]).toEqual([name, true]);
    }
  });

  it('cost no timer while nobody reads', () => {
    const before = process.getActiveResourcesInfo().length;
    openMetrics();
    expect(process.getActiveResourcesInfo()).toHaveLength(before);
  });

  it('are named as Prometheus asks: one prefix, base units, counts that end in total', async () => {
    const metrics = openMetrics();
    metrics.watch({ library: { stories: [], sentences: 0 }, bots: [] });
    const { body, type } = await metrics.text();
    expect(type).toMatch(/^text\/plain; version=0\.0\.4/);
    const own = [...body.matchAll(/^# TYPE (nutgraf_\w+) (\w+)$/gm)].map(([, name = '', kind]) => [
      name,
      kind,
    ]);
    expect(own).toHaveLength(7);
    for (const [name = '', kind] of own) {
      expect([name, name.endsWith('_total')]).toEqual([name, kind === 'counter']);
      expect([name, name.endsWith('_seconds')]).toEqual([name, kind === 'histogram']);
    }
  });

  it('of one process are not those of another', async () => {
    const [one, other] = [openMetrics(), openMetrics()];
    one.asked('web', 'answered', 1);
    expect([...(await read(other)).keys()].filter((name) => name.startsWith('nutgraf_questions'))).toEqual(
      [],
    );
  });
});
