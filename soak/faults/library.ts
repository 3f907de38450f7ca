import { setTimeout as sleep } from 'node:timers/promises';
import { type Corrected, expectChange, newName, witnessed } from '../driving/canary.ts';
import { articleFile, type Files, writeFiles } from '../driving/library.ts';
import type { Fault } from './fault.ts';

/** In ms: a change of the folder is seen within two seconds, and the library is made anew then. */
const SEEN_WITHIN = 4_000;
/** Articles that come at once, and sentences in each: 2,000 sentences. */
const [MANY, SENTENCES] = [200, 10];

/**
 * Editors at work: an article is added, corrected, removed; another story is closed, and opened again; and one file is
 * broken in between. Answers that stand in channels have to follow the first two; what is closed is not shown again.
 */
export const libraryChanged: Fault = async ({ library, random, corrected }, ms) => {
  const [fixed, removed, closed] = [newName(random), newName(random), newName(random)];
  const of = (name: string, price: string): Files => ({
    [`lamps-${name}/lamp.md`]: articleFile('The Courier', `A lamp for ${name}`, [
      `The lamp of ${name} will cost ${price} crowns. Its keeper is glad.`,
    ]),
  });
  const open = Object.assign({}, ...[fixed, removed, closed].map((name) => of(name, '412')));
  await writeFiles(library, open);
  await sleep(SEEN_WITHIN);
  const asked = await Promise.all([fixed, removed, closed].map((name) => askedAbout(corrected, name)));
  await writeFiles(library, {
    ...of(fixed, '615'),
    [`lamps-${removed}`]: null,
    [`lamps-${closed}/story.yaml`]: 'audience:\n  slack:\n    workspaces: [T9]\n',
    'lamps-broken/lamp.md': '---\noutlet: [\n---\n\nNobody can read this.\n',
  });
  const [ofFixed = [], ofRemoved = []] = asked;
  expectChange(corrected, ofFixed, 'corrected', '615');
  expectChange(corrected, ofRemoved, 'removed', 'Updated');
  await sleep(Math.max(SEEN_WITHIN, ms));
  for (const [{ way }] of await askedAbout(corrected, closed)) {
    corrected.missing.push(`${way}: shown, though closed`);
  }
  await writeFiles(library, { 'lamps-broken': null, [`lamps-${closed}/story.yaml`]: 'audience: everyone\n' });
};

/** @returns those whose answer quotes the article */
function askedAbout({ witnesses }: Corrected, name: string) {
  return witnessed(witnesses, `What will the lamp of ${name} cost?`, '412');
}

/** So many articles come at once that reading them takes the process a while; and go again. */
export const libraryGrown: Fault = async ({ library, random }, ms) => {
  const files: Record<string, string> = {};
  for (let count = 0; count < MANY; count += 1) {
    const name = newName(random);
    const sentences = Array.from({ length: SENTENCES }, (_, at) => `Clause ${at} of ${name} was read aloud.`);
    files[`archive/${name.toLowerCase()}-${count}.md`] = articleFile('The Archive', `Of ${name}`, sentences);
  }
  await writeFiles(library, files);
  await sleep(ms);
  await writeFiles(library, { archive: null });
};
