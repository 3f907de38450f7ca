/** An installation that we do not take. */
export class InstallError extends Error {
  override readonly name = 'InstallError';

  /**
   * @param code stable, for the page that is shown and for tests
   * @param message one sentence for the log: what is wrong and what to do
   */
  constructor(
    readonly code: 'bad-state' | 'token-rotation' | 'no-bot',
    message: string,
  ) {
    super(message);
  }
}
