import { LATE } from './waiting.js';

/** @typedef {import('./choosing.js').Judged} Judged */

/**
 * @param {readonly Judged[]} judged
 * @returns {string} Markdown: by folder, how many mutants a test notices
 */
export function table(judged) {
  const folders = [...grouped(judged, ({ file }) => folderOf(file))].toSorted(([some], [other]) =>
    some.localeCompare(other),
  );
  const rows = [...folders, /** @type {const} */ (['all', judged])].map(([folder, those]) => {
    const noticed = those.filter(({ fate }) => fate === 'noticed').length;
    const unreached = those.filter(({ fate }) => fate === 'unreached').length;
    const reached = those.length - unreached;
    const late = those.filter(({ by }) => by?.endsWith(LATE)).length;
    const shares = `${percent(noticed, those.length)} | ${percent(noticed, reached)}`;
    return `| ${folder} | ${those.length} | ${shares} | ${unreached} | ${late} |`;
  });
  return [
    '| where | mutants | noticed, % | of those reached, % | reached by no test | noticed by time alone |',
    '| --- | --: | --: | --: | --: | --: |',
    ...rows,
  ].join('\n');
}

/**
 * @param {readonly Judged[]} judged
 * @returns {string} Markdown: each mutant that no test notices, by file and line
 */
export function unnoticedPage(judged) {
  const left = judged.filter(({ fate }) => fate !== 'noticed');
  const files = [...grouped(left, ({ file }) => file)].map(([file, those]) => {
    const lines = those
      .toSorted((some, other) => some.line - other.line)
      .map(
        ({ line, kind, was, becomes, fate }) =>
          `- ${line} ${kind}${fate === 'unreached' ? ' (reached by no test)' : ''}: \`${short(was)}\` → \`${short(becomes)}\``,
      );
    return `## ${file} (${those.length})\n${lines.join('\n')}\n`;
  });
  return `# What no test notices\n\n${files.join('\n')}`;
}

/** @param {string} file */
function folderOf(file) {
  const [, , part = '', ...rest] = file.split('/');
  return rest.length === 0 ? 'src/knowledge/*.ts' : `src/knowledge/${part}`;
}

/** @param {string} code */
function short(code) {
  const line = code.replace(/\s+/g, ' ').replaceAll('`', "'");
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}

/** @param {number} part @param {number} whole */
const percent = (part, whole) => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1));

/**
 * @template Each
 * @param {readonly Each[]} all
 * @param {(each: Each) => string} key
 * @returns {Map<string, Each[]>}
 */
function grouped(all, key) {
  /** @type {Map<string, Each[]>} */
  const groups = new Map();
  for (const each of all) groups.set(key(each), [...(groups.get(key(each)) ?? []), each]);
  return groups;
}
