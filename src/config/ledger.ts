import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Where what people set and ask is kept. */
export interface LedgerConfig {
  /** `off`: nowhere, it ends with the process. */
  readonly store:
    | { readonly kind: 'off' }
    | { readonly kind: 'sqlite'; readonly file: string }
    | { readonly kind: 'postgres'; readonly url: string };
  /** Whether LEDGER_URL says so: then no other store takes its place. */
  readonly stated: boolean;
  /** What tokens are sealed with; `null`: none can be kept. */
  readonly key: string | null;
  /** How long what was asked and answered is kept, in ms; `null` for good. */
  readonly keep: number | null;
  /**
   * What becomes of answers whose articles change: they are edited, a note is posted under them, or they stay as
   * they are.
   */
  readonly corrections: 'edit' | 'note' | 'off';
  /** Slack channel that the report is posted to every Monday; `null` for none. */
  readonly reportChannel: string | null;
}

/** In ms. Months have no length of their own. */
const UNITS = { d: 24 * 3_600_000, w: 7 * 24 * 3_600_000 } as const;

/** The variables that decide it. */
export const ledgerVariables = {
  REPORT_CHANNEL: z
    .string()
    .trim()
    .regex(/^[CG][A-Z0-9]{2,}$/, "a Slack channel's id, such as C0123456789")
    .optional(),
  CORRECTIONS: z.enum(['edit', 'note', 'off'], { error: 'edit, note or off' }).optional(),
  LEDGER_URL: z
    .string()
    .trim()
    .transform((text, context) => {
      const store = storeOf(text);
      if (store !== null) return store;
      context.addIssue({
        code: 'custom',
        message:
          'off, a file, such as file:/var/lib/nutgraf/ledger.db, or a database, such as postgres://user:password@host/name',
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
  LEDGER_KEEP: z
    .string()
    .trim()
    .transform((text, context) => {
      const keep = text === 'off' ? null : spanOf(text);
      if (keep !== undefined) return keep;
      context.addIssue({ code: 'custom', message: 'a number of days or weeks, such as 90d or 12w, or off' });
      return z.NEVER;
    })
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
  readonly LEDGER_KEEP?: number | null | undefined;
  readonly CORRECTIONS?: LedgerConfig['corrections'] | undefined;
  readonly REPORT_CHANNEL?: string | undefined;
  readonly XDG_STATE_HOME?: string | undefined;
}): LedgerConfig {
  const { LEDGER_URL: store, LEDGER_KEY: key = null, LEDGER_KEEP: keep = null, XDG_STATE_HOME: home } = known;
  const { CORRECTIONS: corrections = 'edit', REPORT_CHANNEL: reportChannel = null } = known;
  const others = { key, keep, corrections, reportChannel };
  if (store !== undefined) return { store, stated: true, ...others };
  // A relative path counts as not set (https://specifications.freedesktop.org/basedir).
  const folder = home !== undefined && isAbsolute(home) ? home : join(homedir(), '.local', 'state');
  return { store: { kind: 'sqlite', file: join(folder, 'nutgraf', 'ledger.db') }, stated: false, ...others };
}

function storeOf(text: string): LedgerConfig['store'] | null {
  if (text === 'off') return { kind: 'off' };
  // Two letters at least: one is a drive of Windows.
  const [, scheme, rest = ''] = /^([a-z][a-z\d+.-]+):(.*)$/is.exec(text) ?? [];
  if (scheme === undefined) return { kind: 'sqlite', file: text };
  if (/^postgres(?:ql)?$/i.test(scheme)) return postgresAt(text);
  if (scheme.toLowerCase() !== 'file') return null;
  const file = rest.startsWith('/') ? pathOf(text) : rest;
  return file === null || file === '' ? null : { kind: 'sqlite', file };
}

/** @returns a database's address, as `psql` takes it; `null` where it is none */
function postgresAt(url: string): LedgerConfig['store'] | null {
  // Without "//" it would be read as the name of a database on this machine.
  return /^\w+:\/\//.test(url) && URL.canParse(url) ? { kind: 'postgres', url } : null;
}

/** @returns ms; `undefined` where it is no length of time */
function spanOf(text: string): number | undefined {
  const [, count, unit] = /^([1-9]\d{0,4})([dw])$/.exec(text) ?? [];
  return unit === 'd' || unit === 'w' ? Number(count) * UNITS[unit] : undefined;
}

/** @returns the path of a URL; `null` for one of another machine */
function pathOf(url: string): string | null {
  try {
    return fileURLToPath(url);
  } catch {
    return null;
  }
}
