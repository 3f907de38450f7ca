import type { Log } from '../../src/log.ts';

/** One line of the log. */
export interface Line {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** A log that remembers. */
export function rememberingLog(): { log: Log; lines: Line[] } {
  const lines: Line[] = [];
  const at =
    (level: Line['level']) =>
    (...parts: readonly unknown[]) => {
      const [first, second] = parts;
      const fields = typeof first === 'object' ? (first as Line['fields']) : {};
      lines.push({ level, fields, message: String(typeof first === 'string' ? first : second) });
    };
  const log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
  return { log: log as unknown as Log, lines };
}
