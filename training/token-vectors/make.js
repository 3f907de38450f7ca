/**
 * Makes the table of token vectors: `node make.js --sets DIR --out DIR`. README.md says what it needs and takes.
 */
import { parseArgs } from 'node:util';
import { cachedVectors } from './lib/cache.js';
import { directionsOf, projected } from './lib/directions.js';
import { likeness } from './lib/distil.js';
import { fit } from './lib/fit.js';
import { reciprocalRank } from './lib/measure.js';
import { loadMiniLm } from './lib/minilm.js';
import { WIDTH } from './lib/network.js';
import { startRows } from './lib/rows.js';
import { rounded, writeTable } from './lib/table.js';
import { readArticles, readGlosses } from './lib/texts.js';

/** Numbers in a row. With 64 of its directions MiniLM itself ranks nearly as well as with all 384. */
const SIZE = 64;
/** Of so many articles one is held out, where one is. */
const FOLDS = 5;

const { values } = parseArgs({
  options: {
    sets: { type: 'string' },
    out: { type: 'string' },
    cache: { type: 'string', default: 'cache' },
    threads: { type: 'string', default: '1' },
    'hold-out': { type: 'string' },
  },
});
const { sets, out } = values;
if (!sets || !out) {
  say('Name both folders: node make.js --sets DIR --out DIR.');
  process.exit(2);
}
await make(sets, out, values.cache, Number(values.threads), values['hold-out']);

/**
 * @param {string} sets
 * @param {string} out
 * @param {string} cache
 * @param {number} threads
 * @param {string | undefined} holdOut articles whose number leaves this rest when divided by five are only measured
 */
async function make(sets, out, cache, threads, holdOut) {
  const model = await loadMiniLm(threads);
  const { pieces } = model;
  const { names, pairs, sentences, held } = gathered(readArticles(sets), holdOut);
  const vectors = await cachedVectors(cache, names, model, say);
  const alone = await model.vectorsOf(pieces.names.map((_, id) => [id]));

  const directions = directionsOf(vectors, SIZE);
  const targets = projected(vectors, directions);
  // Pieces alone lie in a part of the space of their own: with their own mean the start is far better.
  const starts = projected(alone, { ...directions, mean: meanOf(alone) });
  const texts = names.map((name) => Uint16Array.from(pieces.idsOf(name).filter(pieces.isWord)));
  const rows = startRows(starts, SIZE, texts);
  const isHeld = (/** @type {number} */ number) => held.has(number);
  const asked = pairs.filter(({ question }) => isHeld(question));
  const report = (/** @type {string} */ stage, /** @type {import('./lib/rows.js').Rows} */ some) => {
    if (held.size === 0) return say(stage);
    const cosine = likeness(some, texts, targets, [...held]).toFixed(3);
    const rank = (100 * reciprocalRank(some, texts, asked)).toFixed(1);
    say(`${stage}: of texts held out, cosine ${cosine}, MRR within an article ${rank}`);
  };
  report('start', rows);
  const known = {
    texts,
    targets,
    numbers: [...texts.keys()].filter((number) => !isHeld(number)),
    pairs: pairs.filter(({ question }) => !isHeld(question)),
    sentences,
  };
  const fitted = rounded(fit(rows, known, report));
  report('in bytes', fitted);
  writeTable(out, pieces.names, fitted);
  say(`The table lies in ${out}.`);
}

/**
 * Every text once more with its number: sentences and questions, then glosses.
 *
 * @param {readonly import('./lib/texts.js').Article[]} articles
 * @param {string | undefined} holdOut
 */
function gathered(articles, holdOut) {
  /** @type {string[]} */
  const names = [];
  /** @type {import('./lib/weigh.js').Pair[]} */
  const pairs = [];
  /** @type {number[]} */
  const sentences = [];
  /** @type {Set<number>} */
  const held = new Set();
  for (const article of articles) {
    const first = names.length;
    const beside = article.sentences.map((_, at) => first + at);
    names.push(...article.sentences);
    for (const { text, gold } of article.questions) {
      pairs.push({ question: names.length, gold: gold.map((at) => first + at), beside });
      names.push(text);
    }
    if (String(article.number % FOLDS) !== holdOut) sentences.push(...beside);
    else for (let number = first; number < names.length; number += 1) held.add(number);
  }
  return { names: [...names, ...readGlosses()], pairs, sentences, held };
}

/** @param {Float32Array} vectors */
function meanOf(vectors) {
  const mean = new Float32Array(WIDTH);
  vectors.forEach((value, at) => {
    mean[at % WIDTH] = (mean[at % WIDTH] ?? 0) + (value * WIDTH) / vectors.length;
  });
  return mean;
}

/** @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`);
}
