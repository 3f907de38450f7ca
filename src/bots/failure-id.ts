import { newRequestId, requestId } from '../log.ts';

/** @returns the id of what is being done for a person, which every line of the log about it has; a new one elsewhere */
export function failureId(): string {
  return requestId() ?? newRequestId();
}
