import type { Doctor } from '../bots/doctor.ts';
import { type Environment, readConfig } from '../config.ts';
import { LibraryError, openKnowledge } from '../knowledge/index.ts';
import { printableJson } from '../printable.ts';
import { type Command, paperOf, readOptions, UsageError } from './command.ts';
import { findingLines, verdict } from './doctor/lines.ts';

/** One for each platform, loaded when it is called. */
const DOCTORS: Readonly<Record<string, () => Promise<Doctor>>> = {
  slack: async () => (await import('../bots/slack/doctor.ts')).slackDoctor,
  discord: async () => (await import('../bots/discord/doctor.ts')).discordDoctor,
};
const PLATFORMS = Object.keys(DOCTORS).join(' or ');

/** `nutgraf doctor`: says what is missing for a bot to answer. */
export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'say what is missing for a bot to answer: nutgraf doctor slack, nutgraf doctor discord',
  help: `nutgraf doctor slack [--url https://YOUR-HOST] [--app APP_ID] [--json]
nutgraf doctor discord [--channel CHANNEL_ID] [--json]

Asks Slack about tokens, scopes and the connection, or Discord about the token, intents, servers, commands and ways
to install, and says of each thing that is missing what to do, and where. It posts nothing and changes nothing.
With SLACK_CONFIG_TOKEN (from "Your App Configuration Tokens" on https://api.slack.com/apps) it compares events,
commands, shortcuts, tabs and addresses of the Slack app, too.

--url      where Slack shall call you, to see whether Nutgraf answers there (HTTP only)
--app      the App ID from "Basic Information", where it cannot be asked of Slack
--channel  a channel, thread or forum of Discord, to see whether the bot may answer there
--json     the same as JSON

Exit code: 0 nothing is missing, 1 something is, 2 bad usage or configuration.`,

  async run(args, io) {
    const { values, positionals } = readOptions(args, {
      url: { type: 'string' },
      app: { type: 'string' },
      channel: { type: 'string' },
      json: { type: 'boolean' },
    });
    const [platform = '', ...rest] = positionals;
    const load = rest.length === 0 && Object.hasOwn(DOCTORS, platform) ? DOCTORS[platform] : undefined;
    if (load === undefined)
      throw new UsageError(`nutgraf doctor wants the name of one platform: ${PLATFORMS}.`);
    const [url, app, channel] = [urlOf(values.url), appOf(values.app), channelOf(values.channel)];
    if (platform === 'slack' && channel !== null) throw new UsageError('--channel is for Discord only.');
    if (platform === 'discord' && (url !== null || app !== null)) {
      throw new UsageError('--url and --app are for Slack only.');
    }
    const config = readConfig(withoutOthers(io.env, platform));
    const doctor = await load();
    const findings = await doctor.examine({
      config,
      url,
      app,
      channel,
      articleHosts: () => articleHosts(config.data),
    });
    const isMissing = findings.some(({ mark }) => mark === 'missing');
    if (values.json) {
      io.stdout.write(`${printableJson({ platform, ok: !isMissing, findings }, 2)}\n`);
    } else {
      const paper = paperOf(io, config.color);
      io.stdout.write(
        `${[...findingLines(findings, paper), '', verdict(doctor.platform, findings)].join('\n')}\n`,
      );
    }
    return isMissing ? 1 : 0;
  },
};

/** A mistake in another platform's variables keeps nobody from looking at this one. */
function withoutOthers(env: Environment, platform: string): Environment {
  const isOthers = (name: string) =>
    /^(?:SLACK|DISCORD)_/.test(name) && !name.startsWith(`${platform.toUpperCase()}_`);
  return Object.fromEntries(Object.entries(env).filter(([name]) => !isOthers(name)));
}

function urlOf(text: string | undefined): URL | null {
  if (text === undefined) return null;
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) {
    throw new UsageError('--url should be an address that begins with https://.');
  }
  return new URL(text);
}

function appOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!/^\w{1,64}$/.test(text)) throw new UsageError('--app should be an app id, letters and digits only.');
  return text;
}

function channelOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!/^\d{1,20}$/.test(text)) throw new UsageError('--channel should be the id of a channel, digits only.');
  return text;
}

/** A library that cannot be read is no matter of the platform: `nutgraf check` tells of it. */
async function articleHosts(data: string): Promise<readonly string[]> {
  try {
    const { stories } = await openKnowledge({ data });
    const urls = stories.flatMap(({ articles }) => articles.flatMap(({ url }) => url ?? []));
    return [...new Set(urls.filter((url) => URL.canParse(url)).map((url) => new URL(url).hostname))];
  } catch (error) {
    if (error instanceof LibraryError) return [];
    throw error;
  }
}
