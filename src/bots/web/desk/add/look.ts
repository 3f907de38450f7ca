import { createHash } from 'node:crypto';
import { FetchError } from '../../../../fetch/fetch-error.ts';
import { LibraryError } from '../../../../knowledge/index.ts';
import {
  type Draft,
  decode,
  IntakeError,
  type IntakeSource,
  type Material,
  openShelver,
  type Reader,
  type Shelved,
  WriteError,
} from '../../../../knowledge/intake/index.ts';
import type { FetchedPage, Pages } from './pages.ts';
import { checkedOf } from './stated.ts';
import { addressIn, type Typed, type Wrong } from './typed.ts';

/** An article as it would be saved. */
export interface Looked {
  readonly kind: 'looked';
  readonly draft: Draft;
  /** What would become of it. */
  readonly shelved: Shelved;
  /** The page it was made of; `null` for what was pasted. */
  readonly page: FetchedPage | null;
  /** Marks exactly this: another text, another file or another version before it has another mark. */
  readonly mark: string;
  /** Writes it. The library is as it was when this rejects with a `WriteError`. */
  save(): Promise<Shelved>;
}

/** What cannot be looked at, and why, by fields. */
export interface NotLooked {
  readonly kind: 'wrong';
  readonly wrong: Wrong;
}

/**
 * Reads what was pasted, or the page at the address that was, as `nutgraf add --dry-run` does.
 *
 * @param typed what was typed
 * @param from the library's folder, what fetches pages, and what reads them
 * @returns the article as it would be saved, or what is wrong
 */
export async function lookAt(
  typed: Typed,
  from: { readonly data: string; readonly pages: Pages; readonly reader: Reader },
): Promise<Looked | NotLooked> {
  const { given, story, wrong } = checkedOf(typed);
  if (Object.keys(wrong).length > 0) return { kind: 'wrong', wrong };
  try {
    const page = await pageFor(typed, from.pages);
    const material = page?.material ?? pastedMaterial(typed.fields.material);
    const draft = await from.reader.material(material, given);
    const shelver = await openShelver(from.data);
    const source: IntakeSource = page ? { kind: 'page', name: page.address } : { kind: 'pasted', name: null };
    const how = { story, keepCaptions: typed.keepCaptions, from: source };
    const shelved = await shelver.shelve(draft, { ...how, dryRun: true });
    return {
      kind: 'looked',
      draft,
      shelved,
      page,
      mark: markOf(shelved),
      save: () => shelver.shelve(draft, how),
    };
  } catch (error) {
    return { kind: 'wrong', wrong: { material: sentenceOf(error) } };
  }
}

/** Of what is pasted: somewhat less than a form may have, since it is sent once more with what else was typed. */
const MOST_BYTES = 2_000_000;
const TOO_MUCH = 'This is more than 2 MB, which is no article: add the text alone.';

/** A page that has been fetched for this address is not fetched again, so that what was seen stays what it is. */
async function pageFor({ fields, page }: Typed, pages: Pages): Promise<FetchedPage | null> {
  const address = addressIn(fields.material);
  if (address === null) return null;
  const kept = page === '' ? null : pages.kept(page);
  return kept?.address === address ? kept : pages.fetch(address);
}

/** As from standard input. */
function pastedMaterial(text: string): Material {
  if (Buffer.byteLength(text) > MOST_BYTES) throw new IntakeError('too-large', TOO_MUCH);
  return { text: decode(Buffer.from(text)), name: null, address: null, contentType: null };
}

function markOf({ outcome, file, text, fresh, gone }: Shelved): string {
  return createHash('sha256')
    .update(JSON.stringify([outcome, file, text, fresh, gone]))
    .digest('base64url');
}

/**
 * @param error what intake, fetching or writing threw
 * @returns one sentence for whoever reads the page
 * @throws what is none of these: a mistake of ours
 */
export function sentenceOf(error: unknown): string {
  if (error instanceof FetchError && error.code === 'private-address') {
    return `${error.message} Or add it on the command line, with nutgraf add --allow-private.`;
  }
  const isForPeople =
    error instanceof FetchError ||
    error instanceof IntakeError ||
    error instanceof WriteError ||
    error instanceof LibraryError;
  if (!isForPeople) throw error;
  return error.message;
}
