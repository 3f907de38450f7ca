import { messageRefusal } from './blocks.ts';
import type { Json } from './json.ts';
import { forgetOldest, type State } from './state.ts';

/** What an address for answers belongs to. */
export interface Answering {
  readonly team?: string;
  readonly channel?: string;
  /** Who alone sees an ephemeral answer. */
  readonly user?: string;
  /** The message whose button was pressed, for `replace_original` and `delete_original`. */
  readonly ts?: string;
}

/** What became of an answer. */
export interface Taken {
  /** `ok`, or Slack's code. */
  readonly code: string;
  readonly why: string | null;
  readonly ts: string | null;
}

/** Addresses for the answers of commands and buttons. */
export interface ResponseUrls {
  /** Ties an address to where it came from. */
  tie(id: string, about: Answering): void;
  take(id: string, message: Json): Taken;
  /** All but the newest. */
  forget(newest: number): void;
}

/** How often, and for how many milliseconds (https://docs.slack.dev/interactivity/handling-user-interaction#message_responses). */
const USES = 5;
const LIFE = 30 * 60_000;
const KNOWN = [
  ...['text', 'blocks', 'mrkdwn', 'thread_ts', 'response_type', 'replace_original', 'delete_original'],
  ...['unfurl_links', 'unfurl_media', 'metadata', 'link_names', 'parse'],
];

/** Makes the addresses of a server. */
export function openResponseUrls(state: State): ResponseUrls {
  const uses = new Map<string, number>();
  const ties = new Map<string, Answering & { readonly at: number }>();
  const no = (code: string, why: string | null = null): Taken => ({ code, why, ts: null });

  function put(message: Json, about: Answering): Taken {
    const { team = 'T1', channel = '', user = '' } = about;
    const original = state.messages.find(channel, about.ts);
    if (message.delete_original === true) {
      if (original === undefined || !original.ours) return no('message_not_found');
      state.messages.remove(original);
      return { code: 'ok', why: null, ts: original.ts };
    }
    const refusal = messageRefusal(message);
    if (refusal !== null) return no(refusal.code, refusal.why);
    if (message.replace_original === true && about.ts !== undefined) {
      if (original === undefined || !original.ours) return no('message_not_found');
      return { code: 'ok', why: null, ts: state.messages.replace(original, message).ts };
    }
    const { ts } = state.messages.post({
      team,
      channel,
      thread: message.thread_ts === undefined ? null : String(message.thread_ts),
      author: 'UBOT',
      ours: true,
      to: message.response_type === 'in_channel' ? null : user,
      message,
      broadcast: false,
    });
    return { code: 'ok', why: null, ts };
  }

  return {
    tie: (id, about) => void ties.set(id, { ...about, at: state.passed }),
    take(id, message) {
      const about = ties.get(id);
      uses.set(id, (uses.get(id) ?? 0) + 1);
      if ((uses.get(id) ?? 0) > USES) return no('used_url');
      if (about !== undefined && state.passed - about.at >= LIFE) return no('expired_url');
      const unknown = Object.keys(message).find((name) => !KNOWN.includes(name));
      if (unknown !== undefined) return no('unknown_argument', `$.${unknown} is not known`);
      if (![undefined, 'ephemeral', 'in_channel'].includes(message.response_type as string | undefined)) {
        return no('invalid_arguments', '$.response_type must be ephemeral or in_channel');
      }
      return put(message, about ?? {});
    },
    forget(newest) {
      forgetOldest(uses, newest);
      forgetOldest(ties, newest);
    },
  };
}
