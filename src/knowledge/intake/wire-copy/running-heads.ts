import type { Label } from './piece.ts';

/** What is printed over or under each page of a document: it has a page's number, or counts pages. */
const RUNNING = /\b(?:page|p\.|pg\.?) ?\d{1,4}\b|(?:^\d{1,4} +[|·•–—-] )|(?: [|·•–—-] +\d{1,4}$)/i;
const LONGEST = 110;

/** Lines that come again and again and differ in their number only. Changes `labels`. */
export function markRunningHeads(paragraphs: readonly string[], labels: Label[]): void {
  const places = new Map<string, number[]>();
  paragraphs.forEach((text, at) => {
    if (text.length > LONGEST || /[.!?]$/.test(text) || !RUNNING.test(text)) return;
    const form = text.replace(/\d+/g, '0');
    const found = places.get(form);
    if (found) found.push(at);
    else places.set(form, [at]);
  });
  for (const found of places.values()) {
    if (found.length >= 2) for (const at of found) labels[at] = 'navigation';
  }
}

const NUMBER = /^\d{1,3}$/;
const TIME = /^\d{1,2}[.:]\d\d(?: ?[ap]\.?m\.?)?(?: (?:GMT|BST|UTC|CES?T|[ECMP][SD]?T))?$/i;

/**
 * A number or a time of day between paragraphs is a page's, or says when a note of a running report was
 * written; among other short pieces it belongs to a table or a list. Changes `labels`.
 */
export function markTimes(paragraphs: readonly string[], labels: Label[]): void {
  const isOut = (at: number): boolean => labels[at] !== undefined && labels[at] !== 'story';
  const isLong = (at: number): boolean => (paragraphs[at]?.length ?? 60) >= 60;
  const between = (is: (at: number) => boolean, at: number): boolean => is(at - 1) && is(at + 1);
  paragraphs.forEach((text, at) => {
    if (text.length > 16 || labels[at] !== 'story') return;
    const page = NUMBER.test(text) && (between(isLong, at) || between(isOut, at));
    const ended = isLong(at - 1) || isOut(at - 1) || /[.!?]["”’)]*$/.test(paragraphs[at - 1] ?? '');
    const time = TIME.test(text) && ended && (paragraphs[at + 1]?.length ?? 0) >= 60;
    if (page || time) labels[at] = 'navigation';
  });
}
