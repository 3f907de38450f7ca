import { createHash } from 'node:crypto';
import type { Sample } from './slack/page.ts';
import type { Theme } from './slack/surface.ts';

/** The samples that the README and docs/slack.md show. */
export const IN_DOCS: readonly string[] = ['answer', 'differing'];

/** @returns name of a sample's picture in `docs/` */
export function docsFile(slug: string, theme: Theme): string {
  return `slack-${slug}${theme === 'dark' ? '-dark' : ''}.png`;
}

/**
 * Tells whether a picture still shows what is said today. It does not change with colours and sizes.
 *
 * @param sample a sample
 * @returns 16 hexadecimal digits, which change when anything changes that the sample says
 */
export function fingerprint({ surface }: Sample): string {
  return createHash('sha256').update(JSON.stringify(surface)).digest('hex').slice(0, 16);
}
