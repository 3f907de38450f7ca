import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Slack's client is set in Lato. Discord's is set in a typeface of its own, which is not free; of those that come
 * along, Lato is near to it. What stands in `@fontsource/lato` is the same for everybody who looks.
 */
const FACES = [
  { file: 'lato-latin-400-normal.woff2', weight: 400, style: 'normal' },
  { file: 'lato-latin-400-italic.woff2', weight: 400, style: 'italic' },
  { file: 'lato-latin-700-normal.woff2', weight: 700, style: 'normal' },
  { file: 'lato-latin-900-normal.woff2', weight: 900, style: 'normal' },
];

/** @returns CSS that brings Lato along in the page itself, some 125 KB of it */
export function fontCss(): string {
  const require = createRequire(import.meta.url);
  const files = join(dirname(require.resolve('@fontsource/lato/LICENSE')), 'files');
  return FACES.map(({ file, weight, style }) => {
    const data = readFileSync(join(files, file)).toString('base64');
    return `@font-face{font-family:Lato;font-weight:${weight};font-style:${style};src:url(data:font/woff2;base64,${data})}`;
  }).join('\n');
}
