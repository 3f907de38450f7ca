/** Something in the library that could not be used as it stands; the rest is served. */
export interface Problem {
  /** Path of the file, relative to the library's folder. */
  readonly file: string;
  /** Line in the file, from 1; `null` when it concerns the whole file. */
  readonly line: number | null;
  /** One sentence: what is wrong and what it should be. */
  readonly reason: string;
}

/** A complaint about a file whose path the reader of the folder knows. */
export type Complaint = Omit<Problem, 'file'>;

/** What reading a file gives: what can be used of it, if anything, and what is wrong with it. */
export interface Read<T> {
  readonly value: T | null;
  readonly complaints: readonly Complaint[];
}
