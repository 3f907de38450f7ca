import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A town of its own, with a vote on something: what is asked about, and whose words are never changed. */
export interface Town {
  readonly slug: string;
  readonly name: string;
  readonly thing: string;
  readonly votes: string;
  readonly price: string;
  readonly opens: string;
}

const NAMES = [
  ...['Aldermere', 'Brackenholt', 'Corrowick', 'Dunsallow', 'Eastrop', 'Fennimore'],
  ...['Garrowby', 'Hollinford', 'Ivelcombe', 'Jessamy Cross', 'Kettlethorn', 'Lowther Quay'],
];
const THINGS = [
  'a night tram',
  'a covered market',
  'a flood gate',
  'a skating hall',
  'a cable car',
  'a tidal pool',
];
const MONTHS = ['May', 'June', 'July', 'August', 'September', 'October'];

/** What there is to ask about all the time. */
export const TOWNS: readonly Town[] = NAMES.map((name, index) => ({
  slug: `${name.toLowerCase().replace(' ', '-')}-vote`,
  name,
  thing: THINGS[index % THINGS.length] ?? 'a bridge',
  votes: `${11 + index} votes to ${3 + index}`,
  price: `$${2 + index}.50`,
  opens: `${MONTHS[index % MONTHS.length]} ${index + 2}`,
}));

/** Files by their path in the library. */
export type Files = Readonly<Record<string, string>>;

/** @returns an article as it stands in a library */
export function articleFile(outlet: string, headline: string, paragraphs: readonly string[]): string {
  const front = [`outlet: ${outlet}`, `headline: "${headline}"`, 'published: 2024-03-03'];
  return `---\n${front.join('\n')}\nurl: https://${outlet.toLowerCase().replaceAll(' ', '-')}.example/a\n---\n\n${paragraphs.join('\n\n')}\n`;
}

/** @returns the files of all towns */
export function libraryFiles(): Files {
  return Object.assign({}, ...TOWNS.map(townFiles));
}

function townFiles({ slug, name, thing, votes, price, opens }: Town): Files {
  return {
    [`${slug}/story.yaml`]: `title: ${name} and ${thing}\nquestions:\n  - How many voted for ${thing} in ${name}?\n`,
    [`${slug}/courier.md`]: articleFile('The Courier', `${name} votes for ${thing}`, [
      `The council of ${name} voted on Sunday to build ${thing}. In ${name} the motion passed by ${votes}, with two members absent.`,
      `Mayor Perrin Oake of ${name} said that it would open on ${opens}. A ticket in ${name} will cost ${price}, and children under 12 go free.`,
      `Neighbours in ${name} feared the noise. "Nobody came to our street," said Ona Lisle of ${name}.`,
    ]),
    [`${slug}/radio.md`]: articleFile('Bay Radio', `What ${thing} means for ${name}`, [
      `Builders will begin in ${name} in the spring. The council of ${name} has set 40 million aside.`,
      `Schools in ${name} get 300 passes a year, said the harbor master, Rue Tamsin.`,
    ]),
  };
}

/**
 * Writes files of a library; one whose content is `null` goes.
 *
 * @param folder of the library
 * @param files by path in it
 */
export async function writeFiles(
  folder: string,
  files: Readonly<Record<string, string | null>>,
): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    if (content === null) await rm(file, { recursive: true, force: true });
    else {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
  }
}
