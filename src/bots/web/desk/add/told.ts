import { audienceWords } from '../../../../audience-words.ts';
import { counted } from '../../../../counted-words.ts';
import { type Html, html } from '../../../../html.ts';
import type { Knowledge } from '../../../../knowledge/index.ts';
import type { Shelved } from '../../../../knowledge/intake/index.ts';
import { momentText } from '../../../source-line.ts';
import { commandWith, shellWord } from '../shell.ts';
import { addressIn, STATED, type Typed } from './typed.ts';

/**
 * @param typed what was typed
 * @param data folder of the library
 * @returns the commands that do the same: a look first, then adding it
 */
export function addCommands({ fields, keepCaptions }: Typed, data: string): readonly string[] {
  const { material, story, ...stated } = fields;
  const given = Object.fromEntries(STATED.map((name) => [name, stated[name]]));
  const address = addressIn(material);
  const what = address === null ? (material.trim() === '' ? 'FILE|URL' : '-') : shellWord(address);
  const begin = `nutgraf add${keepCaptions ? ' --keep-captions' : ''}`;
  const command = `${commandWith(begin, { data, story, ...given })} ${what}`;
  return [command.replace('nutgraf add', 'nutgraf add --dry-run'), command];
}

/** "3 sentences are new, 1 has gone" */
export function changesText({ fresh, gone }: Pick<Shelved, 'fresh' | 'gone'>): string {
  return `${counted(fresh.length, 'sentence is', 'sentences are')} new, ${counted(gone.length, 'has', 'have')} gone`;
}

/**
 * Says who will be able to ask about the article: it is out as soon as it is saved.
 *
 * @param slug of its story
 * @param knowledge the library
 * @returns a sentence
 */
export function audienceHtml(slug: string, { stories }: Knowledge): Html {
  const story = stories.find((each) => each.slug === slug);
  if (story === undefined) {
    return html`The story <code>${slug}</code> is new, and open to everyone as soon as this is saved. To keep it back, write <code>${slug}/story.yaml</code> with an audience or an embargo first.`;
  }
  const words = audienceWords(story.audience, momentText) ?? 'open to everyone';
  return html`The story <a href="/desk?story=${slug}">${story.title}</a> is ${words}.`;
}
