import type { Problem } from '../problem.ts';
import type { Listing } from './files.ts';

/** Files of a story whose names are too much alike. */
export interface Twins {
  /** Paths of articles whose id another file of their story has as well: they are not served. */
  readonly unserved: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/**
 * Finds articles that would be taken for each other. An id is a file's name without its ending, so "vote.md" and
 * "vote.MD" have the same; names that differ in capitals or in how an accent is written are one file on other
 * machines.
 *
 * @param listing what the library's folder holds
 * @returns what is not served for it, and what editors are told
 */
export function twinsIn({ files }: Listing): Twins {
  const unserved = new Set<string>();
  const problems: Problem[] = [];
  const known = new Map<string, string>();
  // ".md" sorts after ".MD" and is the usual ending.
  for (const { slug, name } of files.toReversed()) {
    const id = /^(.*)\.md$/is.exec(name)?.[1];
    if (id === undefined) continue;
    const [path, own, alike] = [`${slug}/${name}`, `${slug}/${id}`, `${slug}/ ${plain(id)}`];
    const [same, near] = [known.get(own), known.get(alike)];
    if (same !== undefined) {
      unserved.add(path);
      const reason = `The article has the same id as ${same}, and is not served: give one of them another name.`;
      problems.push({ file: path, line: null, reason });
    } else if (near !== undefined) {
      const reason = `On other machines this is the same file as ${near}: give one of them another name.`;
      problems.push({ file: path, line: null, reason });
    }
    known.set(own, same ?? name);
    known.set(alike, near ?? name);
  }
  return { unserved, problems };
}

function plain(id: string): string {
  return id.normalize('NFC').toLowerCase();
}
