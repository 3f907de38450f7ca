/**
 * Draws the picture in the README from what `nutgraf ask` really prints: `node scripts/picture.js`.
 * A test holds the picture against the present answer.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const QUESTIONS = ['what was the vote count?', 'who is the CEO of Amazon?'];
const COLUMNS = 92;
/** Size of one character in pixels, at the font size below. */
const CELL = { width: 8.43, height: 20 };
const MARGIN = 20;

/**
 * The lines of the picture, with escape codes for bold and faint.
 *
 * @returns {string[]}
 */
export function screen() {
  return QUESTIONS.flatMap((question, index) => [
    ...(index === 0 ? [] : ['']),
    `$ npm run --silent ask -- "${question}"`,
    ...answerTo(question).trimEnd().split('\n').flatMap(wrapped),
  ]);
}

/** @param {string} question */
function answerTo(question) {
  const bin = fileURLToPath(new URL('../bin/nutgraf.js', import.meta.url));
  const { NO_COLOR: _, ...env } = process.env;
  try {
    return execFileSync(process.execPath, [bin, 'ask', question], {
      encoding: 'utf8',
      env: { ...env, FORCE_COLOR: '1', NUTGRAF_DATA: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  } catch (error) {
    // Exit code 1 says that the story does not say.
    if (error instanceof Error && 'stdout' in error && 'status' in error && error.status === 1) {
      return String(error.stdout);
    }
    throw error;
  }
}

/**
 * Wraps a line as a terminal of this width would, keeping the bar of a quotation.
 *
 * @param {string} line
 * @returns {string[]}
 */
function wrapped(line) {
  const room = (/** @type {string} */ text) => text.replace(/\u001b\[\d+m/g, '').length;
  const margin = /^(?:│ | {2}|)/.exec(line)?.[0] ?? '';
  const lines = [margin];
  for (const word of line.slice(margin.length).split(' ')) {
    const last = lines[lines.length - 1] ?? '';
    if (last !== margin && room(`${last} ${word}`) > COLUMNS) lines.push(margin + word);
    else lines[lines.length - 1] = last === margin ? last + word : `${last} ${word}`;
  }
  return lines;
}

/**
 * @param {readonly string[]} lines
 * @returns {string} an SVG
 */
export function draw(lines) {
  const width = Math.round(COLUMNS * CELL.width) + 2 * MARGIN;
  const height = lines.length * CELL.height + 2 * MARGIN;
  const texts = lines.map((line, index) => {
    const y = MARGIN + index * CELL.height + 15;
    const kind = line.startsWith('$ ') ? ' class="asked"' : '';
    return `<text x="${MARGIN}" y="${y}"${kind} xml:space="preserve">${spans(line)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Two questions asked in a terminal: one is answered with a quotation and its source, the other is not answered by the story.">
<style>
  rect { fill: #16181d }
  text { font: 14px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #d7dae0 }
  .asked { fill: #8fb8f0 }
  .bold { font-weight: bold; fill: #fff }
  .faint { fill: #8d939e }
</style>
<rect width="100%" height="100%" rx="10"/>
${texts.join('\n')}
</svg>
`;
}

/** @param {string} line */
function spans(line) {
  const escaped = line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return escaped
    .replaceAll('\u001b[1m', '<tspan class="bold">')
    .replaceAll('\u001b[2m', '<tspan class="faint">')
    .replaceAll('\u001b[22m', '</tspan>');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../docs/answer.svg', import.meta.url), draw(screen()));
}
