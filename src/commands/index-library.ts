import { readGeneralConfig } from '../config.ts';
import { counted } from '../counted-words.ts';
import { type Indexed, type IndexWay, indexLibrary } from '../knowledge/index.ts';
import { printableJson } from '../printable.ts';
import { type Command, type Io, readOptions, UsageError } from './command.ts';
import { progressOn } from './progress.ts';
import { problemLines } from './wording.ts';

const OPTIONS = {
  data: { type: 'string' },
  full: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** `nutgraf index`: brings the search cluster's index up to date. */
export const indexCommand: Command = {
  name: 'index',
  summary: 'load the library into the search cluster, all of it or what differs',
  help: `nutgraf index [options]

Brings the index on the OpenSearch cluster of OPENSEARCH_URL up to date with the library: loads the articles that
it lacks, and removes those that the library no longer has. Bots that use the engine opensearch load by themselves
what they lack; this is for the first time, for what was removed while none ran, and after a disaster.

  --data DIR   another library (default: NUTGRAF_DATA, or the one that ships)
  --full       build a new index beside the one that is asked, and put it in its place when all of it is there:
               to change OPENSEARCH_SHARDS, or when an index is damaged
  --dry-run    only say what differs
  --json       print what was done as JSON

Exit code: 0 up to date (with --dry-run: nothing differs), 1 with --dry-run: something does, 2 it could not be done;
then nothing is lost, and the same command goes on where it ended.`,

  async run(args, io) {
    const { values, positionals } = readOptions(args, OPTIONS);
    if (positionals.length > 0)
      throw new UsageError('nutgraf index takes options only: see nutgraf index --help.');
    if (values.full && values['dry-run'])
      throw new UsageError('--dry-run changes nothing: leave --full away.');
    const config = readGeneralConfig(io.env);
    const { cluster } = config.search;
    if (cluster === null) {
      throw new UsageError('nutgraf index needs OPENSEARCH_URL, the address of a node.');
    }
    const way: IndexWay = values['dry-run'] ? 'told' : values.full ? 'full' : 'difference';
    const progress = progressOn(io.stderr);
    const started = performance.now();
    const indexed = await indexLibrary(values.data ?? config.data, cluster, way, (done, total) =>
      progress.show(done, total, 'sentences loaded'),
    );
    progress.clear();
    tell(
      indexed,
      { way, took: performance.now() - started, replicas: cluster.replicas, json: values.json === true },
      io,
    );
    return way === 'told' && indexed.loaded + indexed.removed > 0 ? 1 : 0;
  },
};

interface Told {
  readonly way: IndexWay;
  /** In ms. */
  readonly took: number;
  readonly replicas: number;
  readonly json: boolean;
}

function tell(indexed: Indexed, { way, took, replicas, json }: Told, io: Io): void {
  const { articles, sentences, loaded, removed, copied, problems } = indexed;
  const seconds = Math.round(took / 100) / 10;
  if (json) {
    io.stdout.write(
      `${printableJson({ articles, sentences, loaded, removed, copied, seconds, problems }, 2)}\n`,
    );
    return;
  }
  const library = `${counted(articles, 'article', 'articles')}, ${counted(sentences, 'sentence', 'sentences')}`;
  const done =
    way === 'told'
      ? `${counted(loaded, 'article', 'articles')} to load, ${removed} to remove`
      : `${counted(loaded, 'article', 'articles')} loaded, ${removed} removed, in ${seconds} s`;
  io.stdout.write(`${library}: ${done}\n`);
  if (copied === false) {
    io.stderr.write(
      `Not all ${replicas} replicas are there yet: the cluster has too few nodes for them, or is still copying.\n`,
    );
  }
  for (const line of problemLines({ problems })) io.stderr.write(`${line}\n`);
}
