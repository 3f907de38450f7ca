import { el, type Html, trusted } from './html.ts';

/** Drawn for this preview, in a square of 20: the platforms' own icons are not ours to copy. */
const PATHS = {
  chevron: '<path d="M5 8l5 5 5-5"/>',
  close: '<path d="M5 5l10 10M15 5L5 15"/>',
  dots: '<path d="M10 4.5v.01M10 10v.01M10 15.5v.01" stroke-width="3"/>',
  eye: '<path d="M1.8 10C5 4.6 15 4.6 18.2 10 15 15.4 5 15.4 1.8 10z"/><circle cx="10" cy="10" r="2.6"/>',
  good: '<path d="M2.5 9h3v8h-3zM5.5 9.6L9 2.6c1.7 0 2.3 1 2 2.4L10.4 8h5.1c1.3 0 2 1 1.7 2.2l-1.4 5.3c-.3 1-1 1.5-2 1.5H5.5"/>',
  bad: '<path d="M2.5 3h3v8h-3zM5.5 10.4L9 17.4c1.7 0 2.3-1 2-2.4L10.4 12h5.1c1.3 0 2-1 1.7-2.2l-1.4-5.3c-.3-1-1-1.5-2-1.5H5.5"/>',
  image: '<path d="M3 3.5h14v13H3zM3 13.5l4-4 3.5 3.5 2-2 4.5 4.5"/><circle cx="13" cy="7.2" r="1.3"/>',
  calendar: '<path d="M3.5 4.5h13v12h-13zM3.5 8h13M7 2.5v3.5M13 2.5v3.5"/>',
  trash: '<path d="M3.5 5.5h13M8 5V3h4v2M5 5.5l.8 11.5h8.4L15 5.5M8.5 8.5v5.5M11.5 8.5v5.5"/>',
  hash: '<path d="M8 3L6 17M14 3l-2 14M3.5 7.5h13.5M3 12.5h13.5"/>',
  leave: '<path d="M8 4.5H4v11.5h11.5V12M11.5 3.5h5v5M16.5 3.5L9.5 10.5"/>',
  reply: '<path d="M8 4.5L3 9.5l5 5M3.5 9.5H12c3 0 5 2 5 5.5"/>',
  forward: '<path d="M12 4.5l5 5-5 5M16.5 9.5H8c-3 0-5 2-5 5.5"/>',
  copy: '<path d="M7 7h9.5v9.5H7zM13 7V3.5H3.5V13H7"/>',
  chain: '<path d="M8.5 11.5l3-3M9 6l2-2c3-3 8 2 5 5l-2 2M11 14l-2 2c-3 3-8-2-5-5l2-2"/>',
  thread: '<path d="M3.5 3.5h13v9.5H10l-4 3.5V13H3.5zM7 7h6.5M7 10h4"/>',
  unread: '<path d="M3.5 5.5h9M3.5 10h13M3.5 14.5h13"/><circle cx="15.5" cy="5" r="1.5"/>',
  smile:
    '<circle cx="10" cy="10" r="7.2"/><path d="M7 8v.01M13 8v.01" stroke-width="2.4"/><path d="M6.5 11.5c1.6 3 5.4 3 7 0"/>',
  apps: '<path d="M10 2.5l6.5 3.7v7.6L10 17.5l-6.5-3.7V6.2zM3.5 6.2L10 10l6.5-3.8M10 10v7.5"/>',
  plus: '<circle cx="10" cy="10" r="7.2"/><path d="M10 6.5v7M6.5 10h7"/>',
} as const;

export type IconName = keyof typeof PATHS;

/**
 * @param name which
 * @returns the icon, hidden from screen readers: what stands around it is what has a name
 */
export function icon(name: IconName): Html {
  return el(
    'svg',
    { class: 'icon', viewBox: '0 0 20 20', 'aria-hidden': 'true', focusable: 'false' },
    trusted(PATHS[name]),
  );
}

/** Whether the preview draws an icon of that name. */
export function isIcon(name: string): name is IconName {
  return Object.hasOwn(PATHS, name);
}
