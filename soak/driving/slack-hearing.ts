import type { Json } from '../../tests/support/slack-server/json.ts';
import type { Call, SlackServer } from '../../tests/support/slack-server/server.ts';
import type { Tally } from '../counting/tally.ts';

/** By what an answer in Slack is known. */
export interface SlackKeys {
  thread(channel: string, ts: string): string;
  direct(channel: string): string;
  address(responseUrl: unknown): string;
  update(channel: string, ts: string): string;
  whisper(channel: string, user: string): string;
}

/** @param name of the server, of which there are several */
export function slackKeys(name: string): SlackKeys {
  return {
    thread: (channel, ts) => `${name} thread ${channel} ${ts}`,
    direct: (channel) => `${name} direct ${channel}`,
    address: (responseUrl) => `${name} address ${String(responseUrl).split('/').at(-1)}`,
    update: (channel, ts) => `${name} update ${channel} ${ts}`,
    whisper: (channel, user) => `${name} whisper ${channel} ${user}`,
  };
}

/**
 * Tells the tally of everything that the bot says in Slack, in the moment in which it says it.
 *
 * @param slack the server
 * @param keys of the server
 * @param tally where it is told
 * @param posted told of each message that everybody in a channel sees
 * @returns ends it
 */
export function hearSlack(
  slack: SlackServer,
  keys: SlackKeys,
  tally: Tally,
  posted: (call: Call) => void,
): () => void {
  let last: Call | undefined;
  let isOver = false;
  void slack.until(() => {
    // The server forgets its calls at times: then all that it has are new.
    const calls = slack.calls.slice(last === undefined ? 0 : slack.calls.lastIndexOf(last) + 1);
    last = slack.calls.at(-1);
    for (const call of calls) hear(call);
    return isOver;
  });

  function hear(call: Call): void {
    const { method, args, refusal, why, ts } = call;
    if (why !== null) tally.stray(`Slack does not take ${method}: ${why}`);
    // What Slack did counts, also where it did not say so.
    if (refusal !== null && ts === null) return;
    const known = keysOf(call).some((key) =>
      tally.hear(key, method === 'chat.update' ? null : String(ts), textOf(args)),
    );
    if (!known && method === 'chat.postMessage') tally.stray(`Slack: a message to nobody: ${textOf(args)}`);
    if (method === 'chat.postMessage') posted(call);
  }

  /** The likeliest first. */
  function keysOf({ method, args, responseId, ts }: Call): readonly string[] {
    const [channel, user] = [String(args.channel), String(args.user)];
    const thread = args.thread_ts === undefined ? [] : [keys.thread(channel, String(args.thread_ts))];
    switch (method) {
      case 'chat.postMessage':
        return [...thread, keys.direct(/^[UW]/.test(channel) ? `D${channel}` : channel)];
      case 'chat.postEphemeral':
        return [keys.whisper(channel, user), ...thread];
      case 'response_url':
        return [keys.address(responseId)];
      case 'chat.update':
        return [keys.update(channel, String(ts))];
      default:
        return [];
    }
  }

  return () => {
    isOver = true;
  };
}

function textOf({ text, blocks }: Json): string {
  return `${String(text ?? '')} ${JSON.stringify(blocks ?? '')}`;
}
