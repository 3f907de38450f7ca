import { randomBytes } from 'node:crypto';

/** @returns eight hexadecimal digits: short enough to be read out, rare enough to be found in a day's log */
export function failureId(): string {
  return randomBytes(4).toString('hex');
}
