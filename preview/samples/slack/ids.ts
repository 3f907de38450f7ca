import type { Names } from '../../names.ts';

/** What the ids in the samples' messages are called. */
export const NAMES: Names = {
  U0NUTGRAF: 'Nutgraf',
  U0DORA: 'Dora Lindqvist',
  C0DESK: 'night-desk',
};

/** How a person in a channel addresses us. */
export const MENTION = '<@U0NUTGRAF>';
