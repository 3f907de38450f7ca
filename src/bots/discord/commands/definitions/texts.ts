import type { ASK_OPTIONS, SETTINGS_OPTIONS } from './names.ts';

/** What people see of a slash command or of one of its options. */
export interface Shown {
  /** 1 to 32 letters, digits, hyphens and underscores, in lower case. */
  readonly name: string;
  /** 1 to 100 characters. */
  readonly description: string;
}

/** What people see of the commands in one language. */
export interface CommandTexts {
  readonly ask: Shown & { readonly options: Readonly<Record<keyof typeof ASK_OPTIONS, Shown>> };
  /** 1 to 32 characters. */
  readonly find: { readonly name: string };
  readonly settings: Shown & { readonly options: Readonly<Record<keyof typeof SETTINGS_OPTIONS, Shown>> };
}
