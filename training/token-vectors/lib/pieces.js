import { readFileSync } from 'node:fs';

/** Longer words are unknown, as BERT has it; in UTF-16 code units. */
const LONGEST_WORD = 100;

/**
 * @typedef {object} Pieces
 * @property {string[]} names every word piece, in the order of the rows
 * @property {(text: string) => number[]} idsOf the rows of a text's pieces in order, marks among them
 * @property {(id: number) => boolean} isWord whether the piece has a letter or digit and is no special one
 * @property {number} first what stands before a text
 * @property {number} last what stands after it
 */

/**
 * The word pieces of BERT (uncased): lower case without accents, each mark a word of its own, each word the
 * longest pieces from the left, `##` before those that go on.
 *
 * @param {string} path the model's `tokenizer.json`
 * @returns {Pieces}
 */
export function readPieces(path) {
  /** @type {Record<string, number>} */
  const vocabulary = JSON.parse(readFileSync(path, 'utf8')).model.vocab;
  const ids = new Map(Object.entries(vocabulary));
  /** @type {string[]} */
  const names = [];
  for (const [name, id] of ids) names[id] = name;
  const unknown = ids.get('[UNK]') ?? 0;
  const words = names.map((name) => /[\p{L}\p{N}]/u.test(name) && !/^\[.*\]$/.test(name));
  return {
    names,
    idsOf: (text) => wordsOf(text).flatMap((word) => divided(word, ids) ?? [unknown]),
    isWord: (id) => words[id] === true,
    first: ids.get('[CLS]') ?? 0,
    last: ids.get('[SEP]') ?? 0,
  };
}

/**
 * @param {string} text
 * @returns {string[]}
 */
function wordsOf(text) {
  const plain = text
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u{FFFD}]/gu, (mark) => (/\s/.test(mark) ? ' ' : ''))
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '');
  return plain.match(/[!-/:-@[-`{-~\p{P}]|\p{Script=Han}|[^\s!-/:-@[-`{-~\p{P}\p{Script=Han}]+/gu) ?? [];
}

/**
 * @param {string} word
 * @param {ReadonlyMap<string, number>} ids
 * @returns {number[] | null} `null` when no pieces make up the word
 */
function divided(word, ids) {
  if (word.length > LONGEST_WORD) return null;
  const found = [];
  let start = 0;
  while (start < word.length) {
    let end = word.length;
    let id;
    for (; end > start && id === undefined; end -= 1) {
      id = ids.get((start > 0 ? '##' : '') + word.slice(start, end));
      if (id !== undefined) break;
    }
    if (id === undefined) return null;
    found.push(id);
    start = end;
  }
  return found;
}
