import { Routes } from 'discord.js';
import { type Doctor, type Finding, missing } from '../doctor.ts';
import {
  Application,
  deliveryFinding,
  intentFindings,
  Me,
  refusedTokenFinding,
  tokenFindings,
} from './doctor/application.ts';
import { visit } from './doctor/channel.ts';
import { channelFindings } from './doctor/channel-findings.ts';
import { commandFindings } from './doctor/commands.ts';
import { Gateway, gatewayFinding } from './doctor/gateway.ts';
import { installFindings } from './doctor/install.ts';
import { readServers, serversFinding } from './doctor/servers.ts';
import { type Call, openCalls } from './register/calls.ts';

/** Says what is missing for Nutgraf to answer in Discord. It posts nothing, and opens no connection. */
export const discordDoctor: Doctor = {
  platform: 'Discord',
  /** What stops everything comes first; all that does not depend on each other is asked side by side. */
  async examine({ config: { discord }, channel }) {
    if (discord === null) return [missing('Token', NOT_CONFIGURED)];
    const call = openCalls(discord, 'hasty');
    const [application, me, gateway, servers] = await Promise.all([
      call(Application, Routes.currentApplication()),
      call(Me, Routes.user()),
      call(Gateway, Routes.gatewayBot()),
      readServers(call),
    ]);
    if (application.kind === 'away') return [missing('Discord', application.sentence)];
    if (application.kind === 'refused') return [refusedTokenFinding(application.error, discord.token)];
    const { result: ours } = application;
    const user = me.kind === 'done' ? me.result : null;
    const [commands, ofChannel] = await Promise.all([
      commandFindings(call, ours.id, discord, servers.kind === 'done' ? servers.result : []),
      // The users of older bots have ids of their own, which only Discord knows.
      channel === null ? [] : channelOf(call, channel, user?.id ?? ours.id),
    ]);
    return [
      ...tokenFindings(ours, user?.username ?? null, discord),
      deliveryFinding(ours),
      gatewayFinding(gateway),
      ...intentFindings(ours),
      serversFinding(servers, ours),
      ...commands,
      ...installFindings(ours),
      ...ofChannel,
    ];
  },
};

const NOT_CONFIGURED = 'Nothing of Discord is configured: set DISCORD_TOKEN, as docs/discord.md says.';

async function channelOf(call: Call, id: string, bot: string): Promise<readonly Finding[]> {
  return channelFindings(await visit(call, id, bot));
}
