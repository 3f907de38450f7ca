import type { Log } from '../../../log.ts';

/**
 * Tells Slack that something has arrived. Where that fails, as it does while a connection ends, the person is served
 * all the same: Slack sends events again, but not what people press.
 *
 * @param ack Bolt's
 * @param log where it is told that Slack could not be
 */
export async function acknowledged(ack: () => Promise<void>, log: Log): Promise<void> {
  try {
    await ack();
  } catch (error) {
    log.warn({ err: error }, 'Slack could not be told that something has arrived');
  }
}
