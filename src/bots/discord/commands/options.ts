import { z } from 'zod';
import type { HeardInteraction } from '../payloads/heard.ts';

/** Value of an option of a command. */
export type OptionValue = string | number | boolean;

/** @returns the options that were given, by name */
export function optionsOf(interaction: HeardInteraction): ReadonlyMap<string, OptionValue> {
  const given = optionList(interaction).flatMap(({ name, value }) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return new Map(given);
}

/** @returns the option that somebody is typing into; `null` where none is */
export function focusedOption(
  interaction: HeardInteraction,
): { readonly name: string; readonly typed: string } | null {
  const focused = optionList(interaction).find((option) => option.focused === true);
  return focused === undefined ? null : { name: focused.name, typed: String(focused.value ?? '') };
}

/** @returns whether something of an interaction is what it should be; JSON may hold anything in its place */
export function isObject<T>(value: T): value is T & object {
  return typeof value === 'object' && value !== null;
}

const Option = z.object({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
});

function optionList({ data }: HeardInteraction): readonly z.infer<typeof Option>[] {
  const options: unknown = isObject(data) && 'options' in data ? data.options : null;
  return (Array.isArray(options) ? options : []).flatMap(
    (option: unknown) => Option.safeParse(option).data ?? [],
  );
}
