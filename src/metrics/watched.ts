import { Counter, Gauge, type Registry } from 'prom-client';

/** What is looked at only when somebody reads. What is left out is not told of. */
export interface Watched {
  readonly library: {
    readonly stories: readonly { readonly articles: readonly unknown[] }[];
    readonly problems: readonly unknown[];
    readonly sentences: number;
  };
  readonly bots: readonly WatchedBot[];
  /** When the library last changed, and when its files were last looked at, in ms since the epoch. */
  readonly times?: { readonly changed: number; readonly looked: number };
  /** What this process is ready for, and what it lacks for it. */
  readonly readiness?: { isReady(): boolean; isEngineUp(): boolean };
  readonly ledger?: { state(): WatchedLedger };
}

interface WatchedBot {
  readonly name: string;
  health(): string;
  /** Connections to the platform, such as one for each shard, by the state that they are in. */
  connections?(): Readonly<Record<string, number>>;
}

/** As `ledger/queue` tells it. */
export interface WatchedLedger {
  readonly reading: boolean;
  readonly writing: boolean;
  /** Writes that wait for their turn. */
  readonly waiting: number;
  /** Writes that were given up since the start. */
  readonly lost: number;
}

/**
 * Tells of what there is whenever somebody reads.
 *
 * @param watched what there is
 * @param version of this program
 * @param register where it is told
 */
export function watchAll(watched: Watched, version: string, register: Registry): void {
  const gauge = gaugeIn(register);
  const { library, bots, times, readiness, ledger } = watched;
  gauge('nutgraf_build_info', 'Version of this program and of Node; always 1.', ['version', 'node'], (set) =>
    set({ version, node: process.version }, 1),
  );
  watchLibrary(library, gauge);
  watchBots(bots, gauge);
  if (times !== undefined) {
    gauge('nutgraf_library_last_change_timestamp_seconds', 'When the library last changed.', [], (set) =>
      set({}, times.changed / 1000),
    );
    gauge(
      'nutgraf_library_last_look_timestamp_seconds',
      "When the library's files were last looked at without a fault.",
      [],
      (set) => set({}, times.looked / 1000),
    );
  }
  if (readiness !== undefined) {
    gauge('nutgraf_ready', 'Whether this process is to be sent questions (1) or not (0).', [], (set) =>
      set({}, Number(readiness.isReady())),
    );
    gauge('nutgraf_engine_up', 'Whether the search engine answers (1) or not (0).', [], (set) =>
      set({}, Number(readiness.isEngineUp())),
    );
  }
  if (ledger !== undefined) watchLedger(ledger, gauge, register);
}

type Set = (labels: Readonly<Record<string, string>>, value: number) => void;
type MakeGauge = (name: string, help: string, labels: readonly string[], read: (set: Set) => void) => void;

function gaugeIn(register: Registry): MakeGauge {
  return (name, help, labels, read) => {
    new Gauge({
      name,
      help,
      labelNames: [...labels],
      registers: [register],
      collect() {
        // What is no longer there is no longer told of.
        this.reset();
        read((values, value) => this.set(values, value));
      },
    });
  };
}

function watchLibrary(library: Watched['library'], gauge: MakeGauge): void {
  const figures: readonly (readonly [string, string, () => number])[] = [
    ['nutgraf_library_stories', 'Stories in the library.', () => library.stories.length],
    [
      'nutgraf_library_articles',
      'Articles in the library.',
      () => library.stories.reduce((count, { articles }) => count + articles.length, 0),
    ],
    ['nutgraf_library_sentences', 'Sentences that can be quoted.', () => library.sentences],
    [
      'nutgraf_library_problems',
      'Files of the library that cannot be used as they stand.',
      () => library.problems.length,
    ],
  ];
  for (const [name, help, read] of figures) gauge(name, help, [], (set) => set({}, read()));
}

function watchBots(bots: readonly WatchedBot[], gauge: MakeGauge): void {
  gauge('nutgraf_bot_connected', 'Whether people can ask a bot (1) or not (0).', ['bot'], (set) => {
    for (const bot of bots) set({ bot: bot.name }, Number(bot.health() === 'connected'));
  });
  gauge(
    'nutgraf_bot_connections',
    "Connections to a bot's platform by state: sockets of Slack, shards of Discord.",
    ['bot', 'state'],
    (set) => {
      for (const { name, connections } of bots) {
        for (const [state, count] of Object.entries(connections?.() ?? {})) set({ bot: name, state }, count);
      }
    },
  );
}

function watchLedger(ledger: { state(): WatchedLedger }, gauge: MakeGauge, register: Registry): void {
  gauge('nutgraf_ledger_up', 'Whether the ledger can be used (1) or not (0).', ['work'], (set) => {
    const { reading, writing } = ledger.state();
    set({ work: 'reading' }, Number(reading));
    set({ work: 'writing' }, Number(writing));
  });
  gauge('nutgraf_ledger_waiting_writes', 'Writes that wait to be kept in the ledger.', [], (set) =>
    set({}, ledger.state().waiting),
  );
  new Counter({
    name: 'nutgraf_ledger_lost_writes_total',
    help: 'Writes that the ledger could not keep.',
    registers: [register],
    collect() {
      this.reset();
      this.inc(ledger.state().lost);
    },
  });
}
