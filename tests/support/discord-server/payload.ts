import { textsIn } from './components.ts';
import { FLAGS, has } from './flags.ts';
import { type Json, jsonOf } from './json.ts';
import { breaksDiscord, isEmpty, type Making, mistakesIn } from './message-rules.ts';
import type { Mistake, Path } from './rules.ts';

export type { Json } from './json.ts';

/** How Discord says no: HTTP status and body. A string is sent as HTML. */
export interface Refusal {
  readonly status: number;
  readonly body: Json | string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What is wrong, in words, with the JSON path. */
  readonly why?: string;
}

/** @returns an error in Discord's form */
export function refusal(status: number, code: number, message: string, errors?: Json): Refusal {
  return { status, body: { message, code, ...(errors ? { errors } : {}) } };
}

/** Discord's words for a body that it does not take; `null` when there is no mistake. */
export function formRefusal(mistakes: readonly Mistake[]): Refusal | null {
  const [first] = mistakes;
  if (first === undefined) return null;
  const errors = mistakes.reduce<Json>((all, mistake) => withMistake(all, mistake.path, mistake), {});
  const why = `${pathInWords(first.path)}: ${first.message} (${first.code})`;
  return { ...refusal(400, 50035, 'Invalid Form Body', errors), why };
}

function withMistake(errors: Json, [key, ...rest]: Path, mistake: Mistake): Json {
  if (key === undefined) {
    const { code, message } = mistake;
    const others = Array.isArray(errors._errors) ? errors._errors : [];
    return { ...errors, _errors: [...others, { code, message }] };
  }
  return { ...errors, [key]: withMistake(jsonOf(errors[key]), rest, mistake) };
}

/** `$.components[0].content`. */
function pathInWords(path: Path): string {
  return path.reduce<string>(
    (words, key) => (typeof key === 'number' ? `${words}[${key}]` : `${words}.${key}`),
    '$',
  );
}

/**
 * What Discord would say to a message.
 *
 * @param message what was sent
 * @param making how it comes about
 * @returns its refusal; `null` when it would post it
 */
export function messageRefusal(message: Json, making: Making): Refusal | null {
  const mistakes = mistakesIn(message, making);
  return formRefusal(mistakes) ?? contentRefusal(message);
}

/** What Discord would say to a message as it is to stand, were every field of it right. */
export function contentRefusal(message: Json): Refusal | null {
  if (isEmpty(message)) {
    return { ...refusal(400, 50006, 'Cannot send an empty message'), why: '$: nothing would be seen of it' };
  }
  if (has(message.flags, FLAGS.componentsV2) && breaksDiscord(message)) {
    const why = '$.components: more UTF-8 in text displays than Discord can bear';
    return { ...refusal(500, 0, '500: Internal Server Error'), why };
  }
  return null;
}

/** Says what Discord would say to a message, wherever it is sent; `null` when it would post it. */
export function refusalOf(message: Json): Refusal | null {
  return messageRefusal(message, 'message_reference' in message ? 'post' : 'response');
}

/** Every text display of a message, in order. */
export function textDisplays(message: Json): string[] {
  return [...textsIn(message.components)];
}
