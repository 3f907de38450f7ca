import { z } from 'zod';

/** How a process is run beside others. */
export interface RunningConfig {
  /** How long it goes on serving after it was told to stop, in ms, so that a load balancer notices. */
  readonly drain: number;
  /** Whether the log may hold what people ask. */
  readonly logQuestions: boolean;
}

/** In ms. */
const UNITS = { ms: 1, s: 1_000, m: 60_000 } as const;
/** Whoever runs it has forgotten it by then. */
const LONGEST = 10 * 60_000;

/** The variables that decide it. */
export const runningVariables = {
  DRAIN: z
    .string()
    .trim()
    .transform((text, context) => {
      const ms = durationOf(text);
      if (ms !== null && ms <= LONGEST) return ms;
      context.addIssue({ code: 'custom', message: 'how long, such as 5s or 500ms, and at most 10m' });
      return z.NEVER;
    })
    .optional(),
  LOG_QUESTIONS: z.enum(['0', '1'], { error: '1, or left empty' }).optional(),
};

/**
 * @param known the variables, checked
 * @returns how the process is run
 */
export function runningConfig(known: {
  readonly DRAIN?: number | undefined;
  readonly LOG_QUESTIONS?: string | undefined;
}): RunningConfig {
  return { drain: known.DRAIN ?? 0, logQuestions: known.LOG_QUESTIONS === '1' };
}

/** @returns ms; `null` where it is no duration */
function durationOf(text: string): number | null {
  if (text === '0') return 0;
  const [, count, unit] = /^(\d{1,6})(ms|s|m)$/.exec(text) ?? [];
  return unit === 'ms' || unit === 's' || unit === 'm' ? Number(count) * UNITS[unit] : null;
}
