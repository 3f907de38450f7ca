import type { Opened } from '../../buttons.ts';
import { LIMITS } from '../limits.ts';

/** What a button of ours is, as its `custom_id` tells. */
export interface Control {
  /** What it does; the index of its question behind it where it belongs to one: `more-context-0`. */
  readonly action: string;
  /** What its message was about (`carried.ts`). */
  readonly id: string;
  readonly opened: Opened;
}

/** Names of what can be opened, each by one letter: a `custom_id` holds 100 characters. */
const LETTERS = { c: 'context', s: 'sources', t: 'told' } as const;

/** @returns the `custom_id` */
export function writeCustomId({ action, id, opened }: Control): string {
  const flags = [...opened].sort().map((name) => name.replace(/^([cst])[a-z]*/, '$1'));
  return `${action}|${id}|${flags.join('')}`.slice(0, LIMITS.customId);
}

/**
 * @param text a `custom_id`
 * @returns what it is; `null` where it is none of ours, or of another version of this program
 */
export function readCustomId(text: string): Control | null {
  const [, action, id, flags = ''] = /^([a-z][a-z-]*\d*)\|([\w-]{1,32})\|((?:[cst]\d*)*)$/.exec(text) ?? [];
  if (action === undefined || id === undefined) return null;
  const opened = [...flags.matchAll(/([cst])(\d*)/g)].map(
    ([, letter, part]) => `${LETTERS[letter as keyof typeof LETTERS]}${part}`,
  );
  return { action, id, opened: new Set(opened) };
}
