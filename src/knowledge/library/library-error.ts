/** The library's folder cannot be read at all. */
export class LibraryError extends Error {
  override readonly name = 'LibraryError';

  /**
   * @param code `missing`, `not-a-folder`, `unreadable`, or `deaf` where it is read but not all of it can be watched
   * @param message one sentence: what is wrong and what to do
   * @param cause what the file system said
   */
  constructor(
    readonly code: 'missing' | 'not-a-folder' | 'unreadable' | 'deaf',
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }

  /**
   * @param error what the file system said
   * @param watched how many folders can be watched
   */
  static deaf(error: unknown, watched: number): LibraryError {
    const raise =
      (error as NodeJS.ErrnoException).code === 'ENOSPC'
        ? 'fs.inotify.max_user_watches'
        : 'the limit of open files';
    const message = `No more than ${watched} folders can be watched, and changes in the others are only found by looking: raise ${raise}.`;
    return new LibraryError('deaf', message, error);
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
      case 'EMFILE':
      case 'ENFILE':
        return new LibraryError(
          'unreadable',
          `The folder ${folder} cannot be read just now: raise the limit of open files (ulimit -n).`,
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
