import type { Story } from '../article.ts';
import { NOBODY } from '../audience.ts';
import type { Library, LibraryFile } from '../library.ts';
import { readStory, type StoryFields } from '../story-file.ts';
import type { Listing } from './files.ts';
import { twinsIn } from './twins.ts';

/**
 * Puts stories together from the files that were read.
 *
 * @param listing what the library's folder holds
 * @param files what is known of each file, by path
 * @param admitted slugs of the folders that are stories by now
 * @param before the library as it was read last
 * @returns the stories, in order of slug; one that nothing of has changed is the same object as before
 */
export function storiesIn(
  listing: Listing,
  files: ReadonlyMap<string, LibraryFile>,
  admitted: ReadonlySet<string>,
  before: Library | null,
): Story[] {
  const known = new Map(before?.stories.map((story) => [story.slug, story]));
  const { unserved } = twinsIn(listing);
  const bySlug = new Map<string, LibraryFile[]>([...admitted].map((slug) => [slug, []]));
  for (const [path, file] of files) {
    if (unserved.has(path)) continue;
    const own = bySlug.get(file.found.slug);
    if (own) own.push(file);
    // A folder that has just gone is kept until it has been missed twice.
    else if (known.has(file.found.slug)) bySlug.set(file.found.slug, [file]);
  }
  const listed = new Set(listing.files.filter(isStoryFile).map(({ slug }) => slug));
  const misnamed = new Set(listing.misnamed.map((path) => path.slice(0, path.indexOf('/'))));
  return [...bySlug.keys()].sort().flatMap((slug) => {
    const own = bySlug.get(slug) ?? [];
    const last = known.get(slug);
    const file = own.find(({ found }) => isStoryFile(found));
    const fields = file ? (file.story?.story ?? null) : withoutFile(slug);
    if (fields === null) return [];
    const articles = own.flatMap(({ article }) => article ?? []).sort((a, b) => (a.id < b.id ? -1 : 1));
    const story = { ...fields, articles };
    return last && isSame(last, story) ? last : story;

    /** Its slug serves; but a file that is there and could not be read yet, or has a wrong name, may close it. */
    function withoutFile(of: string): StoryFields | null {
      const plain = readStory(null, of).value;
      if (listed.has(of) && last) return last;
      return plain && (listed.has(of) || misnamed.has(of)) ? { ...plain, audience: NOBODY } : plain;
    }
  });
}

function isStoryFile({ name }: { readonly name: string }): boolean {
  return name === 'story.yaml';
}

function isSame(a: Story, b: Story): boolean {
  const fields = ({ articles: _, ...rest }: Story) => JSON.stringify(rest);
  return (
    a.articles.length === b.articles.length &&
    a.articles.every((article, index) => article === b.articles[index]) &&
    fields(a) === fields(b)
  );
}
