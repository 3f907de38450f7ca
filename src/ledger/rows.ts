import { z } from 'zod';
import type { Delivery, Entry, Post, PostedAnswer, Settings, Thread } from './ledger.ts';
import { unescaped } from './text.ts';

const quotedAt = z.object({
  story: z.string(),
  article: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
});

const SettingsRow = z.object({
  story: z.string().nullable().exactOptional(),
  followUps: z.boolean().exactOptional(),
  answers: z.boolean().exactOptional(),
  private: z.boolean().exactOptional(),
  unfurl: z.boolean().exactOptional(),
  mayChange: z.enum(['members', 'admins']).exactOptional(),
});

const ThreadRow = z.object({
  own: z.boolean(),
  turns: z.array(z.object({ question: z.string(), quoted: quotedAt.nullable() })),
});

const PostRow = z.object({ channel: z.string(), message: z.string() });

const EntryRow = z.object({
  kind: z.enum(['question', 'feedback', 'for-the-desk', 'correction']),
  at: z.int(),
  place: z.string(),
  person: z.string().nullable(),
  question: z.string(),
  outcome: z.string(),
  // Older versions did not keep it; and a number that is none costs no more than itself.
  confidence: z.number().min(0).max(1).nullable().catch(null),
  quoted: quotedAt.nullable(),
});

const AnswerRow = z.object({
  bot: z.enum(['slack', 'discord']),
  channel: z.string(),
  message: z.string(),
  workspace: z.string().nullable(),
  at: z.int(),
  place: z.string(),
  asking: z.string(),
  view: z.string(),
  quotes: z.array(quotedAt.extend({ text: z.string() })),
});

const DeliveryRow = z.object({
  bot: z.enum(['slack', 'discord']),
  names: z.array(z.string()).min(1),
  payload: z.string(),
});

/** @returns what is set in a stored JSON text; `{}` for one that is missing or cannot be read */
export const settingsIn = (json: unknown): Settings => read(SettingsRow, parsed(json)) ?? {};

/** @returns the thread in a stored JSON text; `null` for one that is missing or cannot be read */
export const threadIn = (json: unknown): Thread | null => read(ThreadRow, parsed(json));

/** @returns the post that a stored value is; `null` for one that is missing or is none */
export const postOf = (value: unknown): Post | null => read(PostRow, value);

/** @returns the entry that a stored value is; `null` for one that is none, or of a kind that is not known here */
export const entryOf = (value: unknown): Entry | null => read(EntryRow, value);

/** @returns the entry in a row of a database; `null` as of {@link entryOf} */
export function entryIn(row: Readonly<Record<string, unknown>>): Entry | null {
  const { kind, at, place, person, question, outcome, confidence, quoted } = row;
  return entryOf({
    kind,
    at,
    place: unescaped(place),
    person,
    question: unescaped(question),
    outcome: unescaped(outcome),
    confidence,
    quoted: parsed(quoted),
  });
}

/** @returns the answer that a stored value is; `null` for one that is none */
export const answerOf = (value: unknown): PostedAnswer | null => read(AnswerRow, value);

/** @returns the delivery that a stored value is; `null` for one that is none */
export const deliveryOf = (value: unknown): Delivery | null => read(DeliveryRow, value);

/**
 * @param before what was set
 * @param change what is to be changed; a field that is `undefined` counts as not given
 * @returns what is set now
 */
export function withChange(before: Settings, change: Settings): Settings {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return { ...before, ...Object.fromEntries(given) };
}

/** @returns the value of a JSON text; `null` for anything else */
export function parsed(json: unknown): unknown {
  try {
    return typeof json === 'string' ? JSON.parse(json) : null;
  } catch {
    return null;
  }
}

/** Something that cannot be read counts as absent: it costs its own row, and nothing else. */
function read<T>(schema: z.ZodType<T>, value: unknown): T | null {
  const result = schema.safeParse(value);
  return result.success ? result.data : null;
}
