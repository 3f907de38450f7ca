import type { Palettes } from '../palette.ts';

/**
 * Slack's colours, as they are seen in its client. Each text colour is held against its ground by the browser
 * tests: at least 4.5:1.
 */
export const PALETTES: Palettes<string> = {
  light: {
    ground: '#ffffff',
    text: '#1d1c1d',
    faint: '#616061',
    link: '#1264a3',
    line: '#dddddd',
    edge: '#bbbabb',
    soft: '#f8f8f8',
    badge: '#dddddd',
    'badge-text': '#505050',
    code: '#c01343',
    'code-ground': '#f8f8f8',
    mention: '#e8f5fa',
    'mention-text': '#1264a3',
    tab: '#611f69',
    shade: '#8e8d8e',
  },
  dark: {
    ground: '#1a1d21',
    text: '#d1d2d3',
    faint: '#ababad',
    link: '#1d9bd1',
    line: '#35373b',
    edge: '#565856',
    soft: '#222529',
    badge: '#35373b',
    'badge-text': '#c5c6c8',
    code: '#e8912d',
    'code-ground': '#222529',
    mention: '#1a2a36',
    'mention-text': '#1d9bd1',
    tab: '#d1d2d3',
    shade: '#0c0d0f',
  },
};
