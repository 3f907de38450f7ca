/** Which item of a feed something is said of. */
export interface Reported {
  readonly title: string | null;
  readonly url: string | null;
}

/** An article that was written. */
export interface Written extends Reported {
  /** Relative to the library's folder. */
  readonly file: string;
  /** Sentences that can be quoted from it; how many of them are new, and how many have gone. */
  readonly sentences: number;
  readonly fresh: number;
  readonly gone: number;
}

/** Something that an editor should know, in one sentence, and whether it is the first time. */
export interface Remark extends Reported {
  readonly reason: string;
  readonly isNew: boolean;
}

/** What a look at a feed has brought. Every item that was dealt with is in exactly one of the first five. */
export interface RefreshReport {
  readonly added: readonly Written[];
  readonly updated: readonly Written[];
  readonly unchanged: number;
  /** Articles whose newer version was not taken, because an editor has changed the file. */
  readonly kept: readonly (Remark & { readonly file: string })[];
  /** Items that no article could be made of, or whose article could not be looked at again. */
  readonly failed: readonly Remark[];
  /** Articles that hold the feed's summary only, until their page can be fetched. */
  readonly summaries: readonly (Remark & { readonly file: string })[];
}
