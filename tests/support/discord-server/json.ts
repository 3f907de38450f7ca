export type Json = Readonly<Record<string, unknown>>;

/** Whether something is a JSON object, and no array. */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An array as it is, anything else as an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** An object as it is, anything else as an empty one. */
export function jsonOf(value: unknown): Json {
  return isJson(value) ? value : {};
}
