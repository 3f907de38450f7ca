import { createHash } from 'node:crypto';
import type { Article } from '../../article.ts';
import { breaths } from '../../breath.ts';
import { countedOf } from '../../corpus.ts';
import { headlineTermsOf } from '../memory/segment.ts';

/** What the index holds of a sentence, a paragraph or an article. */
export interface IndexDocument {
  readonly _id: string;
  readonly article: string;
  readonly story: string;
  readonly whole?: true;
  readonly sentence?: string;
  readonly paragraph?: string;
  readonly headline?: string;
}

/** 96 bits: among a billion articles, two have the same with a chance of one in 10^11. */
const LETTERS = 16;

const fingerprints = new WeakMap<Article, string>();

/**
 * What an article is called in the index: made of its story and of all that is indexed of it, so that one that reads
 * differently, or is read differently by a later version of this program, has another name. An entry is never changed.
 *
 * @param article an article
 * @returns 16 letters; taken once for each article, at some 2 µs a sentence
 */
export function fingerprintOf(article: Article): string {
  const known = fingerprints.get(article);
  if (known !== undefined) return known;
  const hash = createHash('sha256');
  for (const { _id, ...document } of documentsAs('', article))
    hash.update(`${_id} ${JSON.stringify(document)}\n`);
  const made = hash.digest('base64url').slice(0, LETTERS);
  fingerprints.set(article, made);
  return made;
}

/** Takes the names of many, in pieces between which questions are answered. */
export async function nameAll(articles: readonly Article[]): Promise<void> {
  const breath = breaths();
  for (const article of articles) {
    fingerprintOf(article);
    await breath();
  }
}

/** @returns its name, where it was taken before */
export function knownFingerprint(article: Article): string | undefined {
  return fingerprints.get(article);
}

/**
 * @param article an article
 * @returns what is indexed of it: its sentences, its paragraphs, and last of all that it is whole
 */
export function documentsOf(article: Article): IndexDocument[] {
  return documentsAs(fingerprintOf(article), article);
}

function documentsAs(name: string, article: Article): IndexDocument[] {
  const { sentences, terms } = countedOf(article);
  const own = { article: name, story: article.story };
  const headline = headlineTermsOf(article).join(' ');
  const paragraphs = new Map<number, string[]>();
  const ofSentences = sentences.map((sentence, at): IndexDocument => {
    const text = (terms[at] ?? []).join(' ');
    const before = paragraphs.get(sentence.paragraph);
    if (before) before.push(text);
    else paragraphs.set(sentence.paragraph, [text]);
    return { _id: idOf(name, 's', at), ...own, sentence: text };
  });
  const ofParagraphs = [...paragraphs.values()].map(
    (texts, at): IndexDocument => ({
      _id: idOf(name, 'p', at),
      ...own,
      paragraph: texts.join(' '),
      headline,
    }),
  );
  return [...ofSentences, ...ofParagraphs, { _id: name, ...own, whole: true }];
}

/** What a found entry is: the sentence or the paragraph of that number in that article. */
export interface EntryName {
  readonly article: string;
  readonly kind: 's' | 'p';
  readonly at: number;
}

function idOf(article: string, kind: EntryName['kind'], at: number): string {
  return `${article}.${kind}${at}`;
}

/** @returns what the id says; `null` for one that is not ours */
export function entryOf(id: string): EntryName | null {
  const [, article, kind, at] = /^([\w-]{16})\.([sp])(\d{1,7})$/.exec(id) ?? [];
  return article !== undefined && (kind === 's' || kind === 'p') ? { article, kind, at: Number(at) } : null;
}
