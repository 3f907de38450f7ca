import { hostname } from 'node:os';
import { kill, pid as self } from 'node:process';

/** This process: its host's name, its number there, and when it began, as numbers come again. */
export const SELF = [hostname(), self, performance.timeOrigin].join(' ');

/** @returns whether a process of this very host has ended, by its {@link SELF}; of other hosts nobody here can tell */
export function hasEnded(owner: string): boolean {
  const [host, pid, began] = owner.split(' ');
  const [here, own, since] = SELF.split(' ');
  if (host !== here) return false;
  if (pid === own) return began !== since;
  try {
    // Signal 0 asks only whether there is one.
    kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
