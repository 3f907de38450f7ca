import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Answered by the closed story only. */
export const QUESTION = 'Who opened the sluice gate?';
/** Words of the closed story, each of which gives it away. */
export const SECRET = /Quimby|Dorben|lantern/i;

/** Makes a library with one story for the members of a workspace and one for everybody; to be removed afterwards. */
export async function closedLibrary(workspace = 'T1'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'nutgraf-'));
  const files = {
    'sluice/story.yaml': `title: The sluice of Dorben\nquestions: ["What did Ada Quimby of Dorben do?"]\naudience:\n  slack:\n    workspaces: [${workspace}]\n`,
    'sluice/post.md':
      '---\noutlet: The Dorben Post\nheadline: Engineer opens the sluice\nurl: https://post.example/sluice\n---\n\nA lantern was lit before that. Engineer Ada Quimby opened the sluice gate on Monday. The lantern went out after it.\n',
    'harbour/story.yaml': 'title: The harbour\nquestions: ["How many berths does the harbour have?"]\n',
    'harbour/post.md':
      '---\noutlet: Bay Radio\nheadline: The harbour\nurl: https://radio.example/harbour\n---\n\nThe harbour has 340 berths. They are let by the year.\n',
  };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  return folder;
}
