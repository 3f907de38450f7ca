/** How long somebody may take, in ms; it is looked after once a second. */
export interface Patience {
  /** To send the headers of a request. */
  readonly headers: number;
  /** To send a request with its body. */
  readonly request: number;
  /** To read an answer. */
  readonly answer: number;
}

/** How long callers are waited for where nobody says otherwise. */
export const PATIENCE: Patience = {
  // Slack gives the whole exchange three seconds: who needs longer for its headers is not Slack, nor a reader.
  headers: 5_000,
  // Bounds any request; a delivery has a shorter bound of its own, which is told properly.
  request: 10_000,
  // The longest answer is a page of some 100 KB: whoever needs longer reads fewer than 4 KB a second.
  answer: 30_000,
};
