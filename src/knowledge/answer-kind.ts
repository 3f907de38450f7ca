/**
 * The kind of thing that answers a question. `thing` is everything that no other kind names; for it, and
 * for `reason`, `manner` and `yes-no`, a sentence cannot be told by its form.
 */
export type AnswerKind =
  | 'number'
  | 'score'
  | 'age'
  | 'share'
  | 'money'
  | 'duration'
  | 'date'
  | 'state'
  | 'country'
  | 'place'
  | 'person'
  | 'name'
  | 'organisation'
  | 'body'
  | 'statement'
  | 'reason'
  | 'effect'
  | 'manner'
  | 'yes-no'
  | 'thing';
