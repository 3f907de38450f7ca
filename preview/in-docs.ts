import { createHash } from 'node:crypto';
import type { Platform, Sample } from './page.ts';
import type { Theme } from './palette.ts';

/** The samples that the README and the platforms' pages in `docs/` show. */
export const IN_DOCS: readonly string[] = ['answer', 'differing'];

/** @returns name of a sample's picture in `docs/` */
export function docsFile({ slug: platform }: Platform, slug: string, theme: Theme): string {
  return `${platform}-${slug}${theme === 'dark' ? '-dark' : ''}.png`;
}

/** What a message carries for us and shows to nobody. */
const UNSEEN = ['custom_id'];

/**
 * Tells whether a picture still shows what is said today. It does not change with colours and sizes.
 *
 * @param sample a sample
 * @returns 16 hexadecimal digits, which change when anything changes that the sample says
 */
export function fingerprint({ surface }: Sample): string {
  const said = JSON.stringify(surface, (key, value: unknown) => (UNSEEN.includes(key) ? undefined : value));
  return createHash('sha256').update(said).digest('hex').slice(0, 16);
}
