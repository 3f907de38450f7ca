/**
 * The door into `intake/`, beside that of `knowledge/`: what reads pages and feeds is large, and whoever only
 * asks has no use for it.
 */

export { IsoDate } from '../iso-date.ts';
export { canonicalTag } from '../language-tag.ts';
export { decode, MAX_BYTES, tooLarge } from './decode.ts';
export type { Details, Draft, LeftOut } from './draft.ts';
export { withItemDetails } from './feed/drafts.ts';
export { fingerprint } from './feed/fingerprint.ts';
export type { Feed, FeedItem } from './feed/item.ts';
export { IntakeError, type IntakeErrorCode } from './intake-error.ts';
export { type Material, readMaterial } from './material.ts';
export { type Reader, readerHere } from './reader.ts';
export { openReader, type ReaderThread } from './reader-thread.ts';
export {
  type IntakeRecord,
  type IntakeSource,
  keepIntake,
  readIntakeRecords,
} from './shelving/intake-records.ts';
export { openShelver, type Shelved, type Shelver } from './shelving/shelve.ts';
export { WriteError, writeFileWhole } from './shelving/write-file.ts';
export { isSlug } from './slug.ts';
export { isSameSite } from './web-page/address.ts';
