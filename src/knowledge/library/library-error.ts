/** The library's folder cannot be read at all. */
export class LibraryError extends Error {
  override readonly name = 'LibraryError';

  /**
   * @param code `missing`, `not-a-folder` or `unreadable`
   * @param message one sentence: what is wrong and what to do
   * @param cause what the file system said
   */
  constructor(
    readonly code: 'missing' | 'not-a-folder' | 'unreadable',
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }

  /**
   * @param folder the library's folder
   * @param error what the file system said
   */
  static of(folder: string, error: unknown): LibraryError {
    switch ((error as NodeJS.ErrnoException).code) {
      case 'ENOENT':
        return new LibraryError(
          'missing',
          `There is no folder ${folder}: name the library's with --data.`,
          error,
        );
      case 'ENOTDIR':
        return new LibraryError(
          'not-a-folder',
          `${folder} is a file: --data names the library's folder.`,
          error,
        );
      default:
        return new LibraryError(
          'unreadable',
          `The folder ${folder} cannot be read: check its permissions.`,
          error,
        );
    }
  }
}
