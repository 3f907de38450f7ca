import { type Front, type FrontOptions, openFront, type Route } from '../../src/http/front.ts';
import { type Line, rememberingLog } from '../support/remembering-log.ts';

/** A front of its own on loopback. */
export interface Opened {
  readonly front: Front;
  readonly port: number;
  readonly lines: readonly Line[];
  /** Resolves with a line of the log, once there is such a one. */
  told(message: string): Promise<Line>;
}

/** Opens a front whose every path is answered by this. */
export async function openedFront(
  handle?: Route['handle'],
  more: Partial<FrontOptions> = {},
): Promise<Opened> {
  const { log, lines } = rememberingLog();
  const front = openFront({ host: '127.0.0.1', ports: [0], log, ...more });
  if (handle !== undefined) front.otherwise({ handle });
  const { port } = await front.listen();
  return {
    front,
    port,
    lines,
    async told(message) {
      for (;;) {
        const line = lines.find((each) => each.message === message);
        if (line !== undefined) return line;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
  };
}
