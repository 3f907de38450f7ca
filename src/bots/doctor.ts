import type { Config } from '../config.ts';

/** One thing that was looked at. */
export interface Finding {
  /** `not checked`: nobody can say yet; the text says how to find out. */
  readonly mark: 'ok' | 'missing' | 'not checked';
  /** What was looked at, in a few words. */
  readonly name: string;
  /** What was found; where something is not ok one sentence that says what to do, and where. No secret, nor a part of one. */
  readonly text: string;
}

/** What a doctor may know beside the configuration. */
export interface Examination {
  readonly config: Config;
  /** Where the platform shall reach us, as the person says. */
  readonly url: URL | null;
  /** The id of the app at the platform, as the person says. */
  readonly app: string | null;
  /** The id of a channel in which the bot shall answer, as the person says. */
  readonly channel: string | null;
  /** Hosts of the library's articles. It is read only when somebody asks. */
  articleHosts(): Promise<readonly string[]>;
}

/** Looks at what a platform says of our app there. */
export interface Doctor {
  /** The platform, as people write it. */
  readonly platform: string;
  /**
   * @param examination what is configured
   * @returns what was found, what stops everything first; at least one finding
   */
  examine(examination: Examination): Promise<readonly Finding[]>;
}

/** @returns a finding that needs nobody's attention */
export function ok(name: string, text: string): Finding {
  return { mark: 'ok', name, text };
}

/** @returns a finding that somebody has to mend */
export function missing(name: string, text: string): Finding {
  return { mark: 'missing', name, text };
}

/** @returns a finding that is none yet */
export function notChecked(name: string, text: string): Finding {
  return { mark: 'not checked', name, text };
}
