import { backgroundFrequency } from '../../meaning/background.ts';

/** @returns whether general English knows a term: nothing is as rare as what it does not know */
export function isHeard(term: string): boolean {
  return backgroundFrequency(term) > backgroundFrequency('');
}
