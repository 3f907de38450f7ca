import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Where what people set and ask is kept. */
export interface LedgerConfig {
  /** `off`: nowhere, it ends with the process. */
  readonly store: { readonly kind: 'off' } | { readonly kind: 'sqlite'; readonly file: string };
  /** Whether LEDGER_URL says so: then no other store takes its place. */
  readonly stated: boolean;
  /** What tokens are sealed with; `null`: none can be kept. */
  readonly key: string | null;
}

/** The variables that decide it. */
export const ledgerVariables = {
  LEDGER_URL: z
    .string()
    .trim()
    .transform((text, context) => {
      const store = storeOf(text);
      if (store !== null) return store;
      context.addIssue({
        code: 'custom',
        message: 'off, or a file, such as file:/var/lib/nutgraf/ledger.db: no other store can be used',
      });
      return z.NEVER;
    })
    .optional(),
  // 16 characters of base64 are 96 bits, which nobody tries out.
  LEDGER_KEY: z
    .string()
    .trim()
    .min(16, 'at least 16 characters that nobody can guess, such as those of openssl rand -base64 32')
    .optional(),
  XDG_STATE_HOME: z.string().trim().optional(),
};

/**
 * @param known the variables as they were read
 * @returns where the ledger is kept: where the system keeps such things, unless LEDGER_URL says otherwise
 */
export function ledgerConfig(known: {
  readonly LEDGER_URL?: LedgerConfig['store'] | undefined;
  readonly LEDGER_KEY?: string | undefined;
  readonly XDG_STATE_HOME?: string | undefined;
}): LedgerConfig {
  const { LEDGER_URL: store, LEDGER_KEY: key = null, XDG_STATE_HOME: home } = known;
  if (store !== undefined) return { store, stated: true, key };
  // A relative path counts as not set (https://specifications.freedesktop.org/basedir).
  const folder = home !== undefined && isAbsolute(home) ? home : join(homedir(), '.local', 'state');
  return { store: { kind: 'sqlite', file: join(folder, 'nutgraf', 'ledger.db') }, stated: false, key };
}

function storeOf(text: string): LedgerConfig['store'] | null {
  if (text === 'off') return { kind: 'off' };
  // Two letters at least: one is a drive of Windows.
  const [, scheme, rest = ''] = /^([a-z][a-z\d+.-]+):(.*)$/is.exec(text) ?? [];
  if (scheme === undefined) return { kind: 'sqlite', file: text };
  if (scheme.toLowerCase() !== 'file') return null;
  const file = rest.startsWith('/') ? pathOf(text) : rest;
  return file === null || file === '' ? null : { kind: 'sqlite', file };
}

/** @returns the path of a URL; `null` for one of another machine */
function pathOf(url: string): string | null {
  try {
    return fileURLToPath(url);
  } catch {
    return null;
  }
}
