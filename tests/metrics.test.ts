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

const EMPTY = { stories: [], problems: [], sentences: 0 };

/** Metrics in which every figure has a value. */
function everything(): Metrics {
  const metrics = openMetrics();
  metrics.asked('web', 'answered', 4);
  metrics.stage('finding', 2);
  metrics.undelivered('slack');
  metrics.engineFailed();
  metrics.tookOver('slack', 2);
  metrics.served('/story/:story', 200, 3);
  metrics.watch({
    library: { ...EMPTY, problems: ['a'] },
    bots: [{ name: 'discord', health: () => 'connected', connections: () => ({ ready: 3 }) }],
    times: { changed: 1_000_000, looked: 2_000_000 },
    readiness: { isReady: () => false, isEngineUp: () => true },
    ledger: { state: () => ({ reading: true, writing: false, waiting: 7, lost: 2 }) },
  });
  return metrics;
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
    const library = { stories: [{ articles: [1, 2] }, { articles: [3] }], problems: [1], sentences: 40 };
    let health = 'connected';
    metrics.watch({ library, bots: [{ name: 'slack', health: () => health }] });
    expect(
      Object.fromEntries([...(await read(metrics))].filter(([name]) => /library|bot_/.test(name))),
    ).toEqual({
      nutgraf_library_stories: 2,
      nutgraf_library_articles: 3,
      nutgraf_library_sentences: 40,
      nutgraf_library_problems: 1,
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

  it('are told of with help, and named as Prometheus asks: one prefix, base units, counts that end in total', async () => {
    const { body, type } = await everything().text();
    expect(type).toMatch(/^text\/plain; version=0\.0\.4/);
    const kinds = new Map(
      [...body.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name = '', kind]) => [name, kind]),
    );
    const own = [...kinds.keys()].filter((name) => name.startsWith('nutgraf_'));
    expect(own).toHaveLength(21);
    for (const name of own) {
      const kind = kinds.get(name);
      expect([name, name.endsWith('_total')]).toEqual([name, kind === 'counter']);
      expect([name, /_seconds$/.test(name)]).toEqual([
        name,
        kind === 'histogram' || /_timestamp_/.test(name),
      ]);
      expect(name).toMatch(/^[a-z]+(?:_[a-z]+)+$/);
      expect(name).not.toMatch(/_(?:ms|millis|milliseconds|minutes|kb|mb|percent|count|sum|bucket)(?:_|$)/);
      expect(body).toMatch(new RegExp(`^# HELP ${name} [A-Z][^\\n]{10,}\\.$`, 'm'));
    }
  });

  it('have labels whose values are few, however much is asked', async () => {
    const { body } = await everything().text();
    const labels = new Set([...body.matchAll(/[{,](\w+)="/g)].map(([, name]) => name));
    for (const name of [
      'le',
      'bot',
      'outcome',
      'stage',
      'route',
      'status',
      'state',
      'work',
      'version',
      'node',
    ]) {
      labels.delete(name);
    }
    // Those of the process itself, as prom-client gives them.
    for (const name of ['major', 'minor', 'patch', 'type', 'space', 'kind']) labels.delete(name);
    expect([...labels]).toEqual([]);
  });

  it('tell of connections, the ledger, the library and the engine', async () => {
    const values = await read(everything());
    expect(values.get('nutgraf_bot_connections{bot="discord",state="ready"}')).toBe(3);
    expect(values.get('nutgraf_ledger_up{work="writing"}')).toBe(0);
    expect(values.get('nutgraf_ledger_waiting_writes')).toBe(7);
    expect(values.get('nutgraf_ledger_lost_writes_total')).toBe(2);
    expect(values.get('nutgraf_library_problems')).toBe(1);
    expect(values.get('nutgraf_library_last_change_timestamp_seconds')).toBe(1_000);
    expect(values.get('nutgraf_engine_up')).toBe(1);
    expect(values.get('nutgraf_ready')).toBe(0);
    expect(values.get('nutgraf_deliveries_taken_over_total{bot="slack"}')).toBe(2);
    expect([...values.keys()].find((name) => name.startsWith('nutgraf_build_info'))).toMatch(
      /\{version="\d+\.\d+\.\d+",node="v\d+/,
    );
  });

  it('do not go on about a state that no connection is in any more', async () => {
    const metrics = openMetrics();
    let connections: Record<string, number> = { connecting: 1 };
    const bot = { name: 'slack', health: () => 'connected', connections: () => connections };
    metrics.watch({ library: EMPTY, bots: [bot] });
    expect((await read(metrics)).has('nutgraf_bot_connections{bot="slack",state="connecting"}')).toBe(true);
    connections = { connected: 1 };
    expect((await read(metrics)).has('nutgraf_bot_connections{bot="slack",state="connecting"}')).toBe(false);
  });

  it('of one process are not those of another', async () => {
    const [one, other] = [openMetrics(), openMetrics()];
    one.asked('web', 'answered', 1);
    expect([...(await read(other)).keys()].filter((name) => name.startsWith('nutgraf_questions'))).toEqual(
      [],
    );
  });
});
