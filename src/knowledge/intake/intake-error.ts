/**
 * Something raw that cannot become an article.
 * - `empty`: there is no text in it
 * - `not-text`: it is binary
 * - `too-large`: more than any article
 * - `no-article`: a page, but none that holds an article
 * - `bad-front-matter`: its front matter cannot be read
 * - `not-a-feed`: neither RSS nor Atom nor JSON Feed
 * - `unreadable`: the file may not be read, or is being written
 * - `too-much`: reading it takes more time or memory than any article does
 * - `closed`: the process is being stopped
 */
export type IntakeErrorCode =
  | 'empty'
  | 'not-text'
  | 'too-large'
  | 'no-article'
  | 'bad-front-matter'
  | 'not-a-feed'
  | 'unreadable'
  | 'too-much'
  | 'closed';

/** The message is one sentence for an editor: what is wrong and what to do. */
export class IntakeError extends Error {
  override readonly name = 'IntakeError';

  constructor(
    readonly code: IntakeErrorCode,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}
