import type { z } from 'zod';

type Frozen<T> = T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;

/**
 * Holds a schema to a type: `exact<Answer>()(schema)` compiles only where both allow the very same, but for what may be
 * changed.
 *
 * @returns takes the schema, and gives it back
 */
export const exact =
  <T>() =>
  <Schema extends z.ZodType<T>>(
    schema: Schema & (T extends Frozen<z.infer<Schema>> ? unknown : never),
  ): Schema =>
    schema;
