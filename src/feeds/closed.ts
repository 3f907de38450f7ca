import { FetchError } from '../fetch/fetch-error.ts';
import { IntakeError } from '../knowledge/intake/index.ts';

/** @returns whether what fetches, or what reads, was told to end meanwhile */
export function isClosed(error: unknown): boolean {
  return (error instanceof FetchError || error instanceof IntakeError) && error.code === 'closed';
}
