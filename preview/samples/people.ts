import type { Author } from '../author.ts';

/** Our app; whoever installs it gives it a picture. */
export const NUTGRAF: Author = { name: 'Nutgraf', initials: 'N', color: '#38618c', app: true };
export const DORA: Author = { name: 'Dora Lindqvist', initials: 'DL', color: '#7a4a00', app: false };
