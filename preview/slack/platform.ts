import type { Names } from '../names.ts';
import type { Platform, Sample } from '../page.ts';
import { paletteCss } from '../palette.ts';
import { PALETTES } from './palette.ts';
import { BLOCKS_CSS, MESSAGE_CSS } from './style.ts';
import { type Surface, surface } from './surface.ts';

/** The width is that of a thread beside a channel, roughly. */
export const SLACK: Platform = {
  slug: 'slack',
  name: 'Slack',
  css: [paletteCss(PALETTES), MESSAGE_CSS, BLOCKS_CSS].join('\n'),
  width: 640,
};

/**
 * @param sample what to show, and what it is called
 * @param names what the ids in it are called
 * @returns the sample, which can be shown
 */
export function slackSample(
  sample: { readonly slug: string; readonly title: string; readonly surface: Surface },
  names: Names,
): Sample {
  return { ...sample, show: (theme) => surface(sample.surface, theme, names) };
}
