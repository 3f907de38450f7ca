import type { Platform, Sample } from '../page.ts';
import { paletteCss } from '../palette.ts';
import type { Known } from './known.ts';
import { PALETTES } from './palette.ts';
import { COMPONENTS_CSS, MESSAGE_CSS, WINDOW_CSS } from './style.ts';
import { type Surface, surface } from './surface.ts';

/** The width is that of a channel between the lists of channels and of members, roughly: a container has all its room. */
export const DISCORD: Platform = {
  slug: 'discord',
  name: 'Discord',
  css: [paletteCss(PALETTES), WINDOW_CSS, MESSAGE_CSS, COMPONENTS_CSS].join('\n'),
  width: 720,
};

/**
 * @param sample what to show, and what it is called
 * @param known what Discord knows besides
 * @returns the sample, which can be shown
 */
export function discordSample(
  sample: { readonly slug: string; readonly title: string; readonly surface: Surface },
  known: Known,
): Sample {
  return { ...sample, show: (theme) => surface(sample.surface, theme, known) };
}
