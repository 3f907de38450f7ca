import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import manifest from '../package.json' with { type: 'json' };
import { type Watched, watchAll } from './metrics/watched.ts';

/**
 * Counts what happens, for Prometheus; names and units after https://prometheus.io/docs/practices/naming. Nothing that
 * anybody has written is ever in it, and every label has few values: each takes memory here and there for good.
 */
export interface Metrics {
  /** A question was asked: by which bot, what came of it (`failed` where something broke), how long it took in ms. */
  asked(bot: string, outcome: string, ms: number): void;
  /** A stage of answering is over: which one, how long it took in ms. */
  stage(stage: string, ms: number): void;
  /** An answer could not be posted where it was asked for. */
  undelivered(bot: string): void;
  /** The search engine could not answer. */
  engineFailed(): void;
  /** What a process that has gone had taken on was taken over: by which bot, how many deliveries. */
  tookOver(bot: string, deliveries: number): void;
  /** A request was answered: by which route's pattern, with what status, how long it took in ms. */
  served(route: string, status: number, ms: number): void;
  /** From now on this is told of, as it is whenever somebody reads. */
  watch(watched: Watched): void;
  /** @returns everything in Prometheus' text format, and its content type */
  text(): Promise<{ readonly type: string; readonly body: string }>;
}

/**
 * In seconds. Answers take some 2 ms, and are to take no more than 50; with a search engine on other machines, up to
 * 100; what a platform takes to post one is some tenths of a second, and seconds where it wants us to wait.
 */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** Opens counts of their own. What the process itself uses is measured from the first reading: it costs a timer. */
export function openMetrics(): Metrics {
  const register = new Registry();
  let isRead = false;
  const counter = counterIn(register);
  const histogram = histogramIn(register);
  const questions = counter('nutgraf_questions_total', 'Questions by bot and outcome.', ['bot', 'outcome']);
  const answering = histogram('nutgraf_answer_duration_seconds', 'Time from question to answer by bot.', [
    'bot',
  ]);
  const stages = histogram('nutgraf_stage_duration_seconds', 'Time that a stage of answering takes.', [
    'stage',
  ]);
  const undelivered = counter(
    'nutgraf_undelivered_answers_total',
    'Answers that the platform did not let post where they were asked for.',
    ['bot'],
  );
  const engineFailures = counter(
    'nutgraf_engine_failures_total',
    'Times that the search engine gave no answer.',
  );
  const takenOver = counter(
    'nutgraf_deliveries_taken_over_total',
    'Deliveries that were taken over from a process that has gone.',
    ['bot'],
  );
  const requests = histogram(
    'nutgraf_http_request_duration_seconds',
    'Time to answer a request by route and status.',
    ['route', 'status'],
  );
  return {
    asked(bot, outcome, ms) {
      questions.inc({ bot, outcome });
      answering.observe({ bot }, ms / 1000);
    },
    stage: (stage, ms) => stages.observe({ stage }, ms / 1000),
    undelivered: (bot) => undelivered.inc({ bot }),
    engineFailed: () => engineFailures.inc(),
    tookOver: (bot, deliveries) => takenOver.inc({ bot }, deliveries),
    served: (route, status, ms) => requests.observe({ route, status }, ms / 1000),
    watch: (watched) => watchAll(watched, manifest.version, register),
    async text() {
      if (!isRead) collectDefaultMetrics({ register });
      isRead = true;
      return { type: register.contentType, body: await register.metrics() };
    },
  };
}

function counterIn(register: Registry) {
  return (name: string, help: string, labelNames: readonly string[] = []) =>
    new Counter({ name, help, labelNames: [...labelNames], registers: [register] });
}

function histogramIn(register: Registry) {
  return (name: string, help: string, labelNames: readonly string[]) =>
    new Histogram({ name, help, labelNames: [...labelNames], buckets: BUCKETS, registers: [register] });
}
