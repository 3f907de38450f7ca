import type { ClusterRun, IndexRow, Paced, Row, Update } from '../../../bench/cluster/results.ts';

/** What might have been measured of one contender. */
function rowOf(name: string, sentences: number, more: Partial<Row> = {}): Row {
  return {
    name,
    sentences,
    articles: sentences / 25,
    p50: 4,
    p95: sentences / 100,
    held: sentences * 1000,
    resident: sentences * 3000,
    load: 1500,
    same: null,
    index: null,
    ...more,
  };
}

function indexOf(shards: number): IndexRow {
  return { shards, build: 12_340, primaries: 30_000_000, total: 60_000_000, heap: 400_000_000 };
}

const PACED: Paced = { questions: 300, errors: 0, p50: 12, p95: 40, longest: 90 };

export const UPDATE: Update = {
  sentences: 500,
  articles: 20,
  changed: 10,
  rate: 5,
  before: PACED,
  during: { questions: 77, errors: 3, p50: 20, p95: 80, longest: 1234 },
  writing: 2100,
  taking: 31_400,
  steps: 2,
  checked: 10,
  right: 9,
};

/** A run over two small libraries, in which two shards are the faster in the larger one. */
export function clusterRunOf(more: Partial<ClusterRun> = {}): ClusterRun {
  return {
    questions: 300,
    rows: [200, 500].flatMap((sentences) => [
      rowOf('Nutgraf in memory', sentences),
      rowOf('Nutgraf on OpenSearch', sentences, { same: 0.99, p95: sentences / 10, index: indexOf(1) }),
      rowOf('Nutgraf on OpenSearch', sentences, { same: 1, p95: 31, index: indexOf(2) }),
      rowOf('MiniSearch', sentences, { p95: sentences / 20 }),
    ]),
    leftOut: [],
    update: null,
    nodes: { version: '3.1.4', count: 2, heap: 2_147_483_648, ours: true },
    machine: { node: '20.19.0', processor: 'Quiet Processor <9>', cores: 2 },
    command: 'npm run bench -- --cluster --sizes 200,500 path/to/ferry-questions',
    ...more,
  };
}
