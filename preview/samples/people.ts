import type { Author } from '../slack/message.ts';
import type { Names } from '../slack/names.ts';

/** Our app; whoever installs it gives it a picture. */
export const NUTGRAF: Author = { name: 'Nutgraf', initials: 'N', color: '#38618c', app: true };
export const DORA: Author = { name: 'Dora Lindqvist', initials: 'DL', color: '#7a4a00', app: false };

/** What the ids in the samples' messages are called. */
export const NAMES: Names = {
  U0NUTGRAF: 'Nutgraf',
  U0DORA: 'Dora Lindqvist',
  C0DESK: 'night-desk',
};

/** How a person in a channel addresses us. */
export const MENTION = '<@U0NUTGRAF>';
