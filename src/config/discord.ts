import { z } from 'zod';

/** Which parts of the bot's servers this process serves; each has a connection of its own. */
export interface Shards {
  /** Into how many parts all of the bot's servers are divided. */
  readonly total: number;
  /** Those that this process serves, from 0. */
  readonly ids: readonly number[];
}

/** What is configured of Discord. */
export interface DiscordConfig {
  readonly token: string;
  /** `null`: asked of Discord with the token. */
  readonly applicationId: string | null;
  /** Where commands are registered during development; `null` for everywhere. */
  readonly guildId: string | null;
  /** Neither version nor slash at its end; `null` for Discord's own. */
  readonly apiUrl: string | null;
  /** Which connections this process has; left out: as many as Discord recommends. */
  readonly shards?: Shards;
}

const FORM = /^(?:(\d{1,5})|(\d{1,5})-(\d{1,5})\/(\d{1,5}))$/;

/**
 * Reads DISCORD_SHARDS: `auto`, `8` (all of eight), or `0-3/8` (the first four of eight, where other processes
 * serve the others).
 *
 * @param text what is set
 * @returns the shards; `'auto'` for as many as Discord recommends; `null` for what makes no sense
 */
function readShards(text: string): Shards | 'auto' | null {
  if (text === 'auto') return 'auto';
  const [, all, from, to, of] = FORM.exec(text) ?? [];
  const total = Number(all ?? of ?? 0);
  const [first, last] = all === undefined ? [Number(from), Number(to)] : [0, total - 1];
  if (!(total > 0 && first <= last && last < total)) return null;
  return { total, ids: Array.from({ length: last - first + 1 }, (_, index) => first + index) };
}

const text = z.string().trim();

/** What an HTTP header takes, without quotation marks: a token that was copied with what stood around it is none. */
const TOKEN = /^(?!Bot$)[!#-&(-~]+$/;
const SLACK_TOKEN = /^x(?:ox[a-z]|app)[.-]/;
const WANTED = 'a bot token, without spaces or quotation marks, and without "Bot " before it';

/** Variables of Discord's bot. */
export const discordVariables = {
  DISCORD_TOKEN: text
    .superRefine((value, context) => {
      if (TOKEN.test(value) && !SLACK_TOKEN.test(value)) return;
      const message = SLACK_TOKEN.test(value) ? `${WANTED}, and not a token of Slack` : WANTED;
      context.addIssue({ code: 'custom', message });
    })
    .optional(),
  DISCORD_APPLICATION_ID: text.regex(/^\d{1,20}$/, 'the application id, digits only').optional(),
  DISCORD_GUILD_ID: text.regex(/^\d{1,20}$/, "a server's id, digits only").optional(),
  DISCORD_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  DISCORD_SHARDS: text
    .refine((value) => readShards(value) !== null, {
      error: 'auto, a number of shards such as 8, or some of them such as 0-3/8',
    })
    .optional(),
};

type Known = z.infer<z.ZodObject<typeof discordVariables>>;

/** @returns what is configured, `null` without a token */
export function discordConfig(known: Known): DiscordConfig | null {
  if (known.DISCORD_TOKEN === undefined) return null;
  const shards = readShards(known.DISCORD_SHARDS ?? 'auto');
  return {
    token: known.DISCORD_TOKEN,
    applicationId: known.DISCORD_APPLICATION_ID ?? null,
    guildId: known.DISCORD_GUILD_ID ?? null,
    apiUrl: known.DISCORD_API_URL?.replace(/(?<!\/)\/+$/, '').replace(/\/v\d+$/, '') ?? null,
    ...(shards !== null && shards !== 'auto' && { shards }),
  };
}
