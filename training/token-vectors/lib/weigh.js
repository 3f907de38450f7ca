import { direct, inner } from './rows.js';

/** @typedef {import('./rows.js').Rows} Rows */

/**
 * @typedef {object} Pair
 * @property {number} question a text's number
 * @property {readonly number[]} gold texts that answer it
 * @property {readonly number[]} beside all sentences of its article
 */

/** Sentences of the same article, and of others, that an answer has to beat. */
const NEAR = 16;
const FAR = 4;
const MOST_GOLD = 4;
/** What cosines are multiplied by before they compete. */
const SHARPNESS = 10;
const RATE = 0.05;
const LEAST = 0.05;
const MOST = 4;

/**
 * One factor for each piece, and what Adagrad remembers of it. It remembers 1 from the start: so a piece that
 * few questions speak of keeps its weight, where else it would learn those questions by heart.
 *
 * @typedef {object} Weights
 * @property {Float64Array} factors
 * @property {Float64Array} squares
 */

/**
 * @param {number} count how many pieces
 * @returns {Weights}
 */
export function equalWeights(count) {
  return { factors: new Float64Array(count).fill(1), squares: new Float64Array(count).fill(1) };
}

/**
 * One pass over questions: gives weight to the pieces that tell a sentence which answers from those that do not.
 * Where the rows point is left alone, since how words resemble each other is learnt from far more texts.
 *
 * @param {Weights} weights changed
 * @param {Rows} rows
 * @param {readonly Uint16Array[]} texts
 * @param {readonly Pair[]} pairs in the order in which they are taken
 * @param {readonly number[]} sentences of all articles
 * @param {() => number} random
 */
export function weigh(weights, rows, texts, pairs, sentences, random) {
  const vectorOf = (/** @type {number} */ number) => {
    const vector = new Float64Array(rows.size);
    const text = texts[number] ?? new Uint16Array();
    const length = direct(rows, text, vector, weights.factors);
    return { text, vector, length };
  };
  for (const { question, gold, beside } of pairs) {
    const asked = vectorOf(question);
    const golds = gold.slice(0, MOST_GOLD);
    const others = [...drawn(beside, NEAR, random), ...drawn(sentences, FAR, random)];
    const candidates = [...golds, ...others.filter((number) => !gold.includes(number))].map(vectorOf);
    const cosines = candidates.map(({ vector }) => inner(asked.vector, vector));
    const shares = softmax(cosines.map((cosine) => SHARPNESS * cosine));
    const right = shares.slice(0, golds.length).reduce((sum, share) => sum + share, 0);
    const slope = new Float64Array(rows.size);
    candidates.forEach(({ text, vector, length }, at) => {
      const share = shares[at] ?? 0;
      const blame = SHARPNESS * (at < golds.length ? share - share / right : share);
      const cosine = cosines[at] ?? 0;
      addTurn(slope, asked, vector, cosine, blame);
      const own = new Float64Array(rows.size);
      addTurn(own, { vector, length }, asked.vector, cosine, blame);
      descend(weights, rows, text, own);
    });
    descend(weights, rows, asked.text, slope);
  }
}

/**
 * @param {Weights} weights
 * @param {Rows} rows
 * @returns {Rows} each row times its piece's factor
 */
export function weighted({ factors }, rows) {
  return {
    ...rows,
    values: rows.values.map((value, at) => value * (factors[Math.floor(at / rows.size)] ?? 1)),
  };
}

/**
 * Adds how the cosine of a sum of rows with another vector changes with that sum.
 *
 * @param {Float64Array} slope changed
 * @param {{ vector: Float64Array, length: number }} sum
 * @param {Float64Array} other
 * @param {number} cosine
 * @param {number} blame
 */
function addTurn(slope, { vector, length }, other, cosine, blame) {
  if (length === 0) return;
  for (let at = 0; at < slope.length; at += 1) {
    slope[at] = (slope[at] ?? 0) + (blame * ((other[at] ?? 0) - cosine * (vector[at] ?? 0))) / length;
  }
}

/**
 * @param {Weights} weights changed
 * @param {Rows} rows
 * @param {Uint16Array} text
 * @param {Float64Array} slope of the loss by the sum of the text's rows
 */
function descend({ factors, squares }, { size, values }, text, slope) {
  for (const piece of text) {
    const own = inner(slope, values.subarray(piece * size, (piece + 1) * size));
    const square = (squares[piece] ?? 1) + own * own;
    squares[piece] = square;
    const factor = (factors[piece] ?? 1) - (RATE * own) / Math.sqrt(square);
    factors[piece] = Math.min(MOST, Math.max(LEAST, factor));
  }
}

/**
 * @param {readonly number[]} numbers
 * @param {number} count
 * @param {() => number} random
 * @returns {number[]} that many of them, each at most once, or all
 */
function drawn(numbers, count, random) {
  if (numbers.length <= count) return [...numbers];
  const found = new Set();
  while (found.size < count) found.add(numbers[Math.floor(random() * numbers.length)] ?? 0);
  return [...found];
}

/**
 * @param {readonly number[]} scores
 * @returns {number[]}
 */
function softmax(scores) {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
