import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/**
 * Counts what happens, for Prometheus; names and units after https://prometheus.io/docs/practices/naming. Nothing that
 * anybody has written is ever in it, and every label has few values: each takes memory here and there for good.
 */
export interface Metrics {
  /** A question was asked: by which bot, what came of it, how long it took in ms. */
  asked(bot: string, outcome: string, ms: number): void;
  /** A request was answered: by which route's pattern, with what status, how long it took in ms. */
  served(route: string, status: number, ms: number): void;
  /** From now on the library and the bots are told of, as they are whenever somebody reads. */
  watch(watched: Watched): void;
  /** @returns everything in Prometheus' text format, and its content type */
  text(): Promise<{ readonly type: string; readonly body: string }>;
}

/** What is looked at only when somebody reads. */
export interface Watched {
  readonly library: {
    readonly stories: readonly { readonly articles: readonly unknown[] }[];
    readonly sentences: number;
  };
  readonly bots: readonly { readonly name: string; health(): string }[];
}

/** In seconds. Answers take some 2 ms, and are to take no more than 50. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1];

/** Opens counts of their own. What the process itself uses is measured from the first reading: it costs a timer. */
export function openMetrics(): Metrics {
  const register = new Registry();
  const registers = [register];
  let isRead = false;
  const questions = new Counter({
    name: 'nutgraf_questions_total',
    help: 'Questions by bot and outcome.',
    labelNames: ['bot', 'outcome'],
    registers,
  });
  const answering = new Histogram({
    name: 'nutgraf_answer_duration_seconds',
    help: 'Time from question to answer by bot.',
    labelNames: ['bot'],
    buckets: BUCKETS,
    registers,
  });
  const requests = new Histogram({
    name: 'nutgraf_http_request_duration_seconds',
    help: 'Time to answer a request by route and status.',
    labelNames: ['route', 'status'],
    buckets: BUCKETS,
    registers,
  });
  return {
    asked(bot, outcome, ms) {
      questions.inc({ bot, outcome });
      answering.observe({ bot }, ms / 1000);
    },
    served: (route, status, ms) => requests.observe({ route, status }, ms / 1000),
    watch: (watched) => watch(watched, registers),
    async text() {
      if (!isRead) collectDefaultMetrics({ register });
      isRead = true;
      return { type: register.contentType, body: await register.metrics() };
    },
  };
}

function watch({ library, bots }: Watched, registers: Registry[]): void {
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  gauge('nutgraf_library_stories', 'Stories in the library.', () => library.stories.length);
  gauge('nutgraf_library_articles', 'Articles in the library.', () =>
    library.stories.reduce((count, { articles }) => count + articles.length, 0),
  );
  gauge('nutgraf_library_sentences', 'Sentences that can be quoted.', () => library.sentences);
  new Gauge({
    name: 'nutgraf_bot_connected',
    help: 'Whether people can ask a bot (1) or not (0).',
    labelNames: ['bot'],
    registers,
    collect() {
      for (const bot of bots) this.set({ bot: bot.name }, bot.health() === 'connected' ? 1 : 0);
    },
  });
}
