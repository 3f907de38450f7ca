import { type Page, parsePage } from './dom.ts';
import { proseIn } from './forms.ts';
import { type KnownLines, type PageStory, readStory } from './story.ts';

/**
 * Reads a page's story, and reads it again where the names of its parts spoke against more prose than
 * they left: templates call whole articles "promo" or "related". Each reading costs as much as the first,
 * and hardly any page needs a second.
 *
 * @param html the page's source
 * @param page the same, parsed; taken apart: nothing of it can be used afterwards
 * @returns the first story of those read that is not by far less than what less trust in names finds
 */
export function bestStory(html: string, page: Page, known: KnownLines): PageStory {
  const first = readStory(page, known, 'names');
  const found = proseIn(first.blocks);
  if (found > 0 && found >= first.refused) return first;
  const second = readStory(parsePage(html), known, 'links');
  const better = found < proseIn(second.blocks) / 2 ? second : first;
  return proseIn(better.blocks) > 0 ? better : readStory(parsePage(html), known, 'tags');
}
