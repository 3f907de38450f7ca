import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InstallationStore } from '../../../../../src/ledger/ledger.ts';
import { type Opened, openProcess, plainStore } from './opened.ts';
import { granted, openSlackSide, type SlackSide } from './slack-side.ts';

let slack: SlackSide;
let kept: InstallationStore;
let read: string[];
let store: InstallationStore;
let desk: Opened;
beforeEach(async () => {
  slack = await openSlackSide();
  kept = plainStore();
  read = [];
  store = {
    ...kept,
    get(workspace) {
      read.push(workspace);
      return kept.get(workspace);
    },
  };
  desk = await openProcess(store, slack);
  slack.codes.set('one', granted('T1', 'xoxb-one'));
  slack.codes.set('two', granted('T2', 'xoxb-two'));
  slack.codes.set(
    'org',
    granted('', 'xoxb-org', {
      team: null,
      enterprise: { id: 'E1', name: 'The Group' },
      is_enterprise_install: true,
    }),
  );
});
afterEach(async () => {
  await desk.stop();
  await slack.close();
});

const strangers = () => desk.lines.filter(({ message }) => message.startsWith('A workspace that has not'));
const inOrg = (team: string) => ({
  team_id: team,
  enterprise_id: 'E1',
  authorizations: [
    { enterprise_id: 'E1', team_id: team, user_id: 'UBOT', is_bot: true, is_enterprise_install: true },
  ],
});
/** Events are acknowledged before they are handled. */
const gone = async (workspace: string) => {
  while ((await kept.get(workspace)) !== null) await new Promise((resolve) => setTimeout(resolve, 2));
};
const asking = { command: '/ask', text: 'who won?', channel_id: 'C1', user_id: 'U1', trigger_id: '1' };

describe('workspaces', () => {
  it('are each answered with their own token', async () => {
    await desk.install('one');
    await desk.install('two');
    await desk.say({ team_id: 'T2' });
    expect(await slack.postedWith(1)).toEqual(['xoxb-two']);
    await desk.say({ team_id: 'T1' });
    expect(await slack.postedWith(2)).toEqual(['xoxb-two', 'xoxb-one']);
    await desk.form({ ...asking, team_id: 'T2' });
    expect(await slack.postedWith(3)).toEqual(['xoxb-two', 'xoxb-one', 'xoxb-two']);
  });

  it('are read from the ledger once in a while, not for every event', async () => {
    await desk.install('one');
    for (let times = 0; times < 5; times += 1) await desk.say({ team_id: 'T1' });
    expect(await slack.postedWith(5)).toHaveLength(5);
    expect(read).toEqual(['T1']);
  });

  it('of an organisation share its installation', async () => {
    const page = await (await desk.install('org')).text();
    expect(page).toContain('It answers in The Group now');
    expect(await kept.get('E1')).toContain('xoxb-org');
    await desk.say(inOrg('T7'));
    await desk.say(inOrg('T8'));
    await desk.form({ ...asking, team_id: 'T9', enterprise_id: 'E1', is_enterprise_install: 'true' });
    await desk.form({ ...asking, team_id: 'T9', enterprise_id: 'E1', is_enterprise_install: 'false' });
    expect(await slack.postedWith(4)).toEqual(Array(4).fill('xoxb-org'));
  });

  it('may have one of their own beside that of the organisation', async () => {
    slack.codes.set('own', granted('T1', 'xoxb-one', { enterprise: { id: 'E1', name: 'The Group' } }));
    await desk.install('org');
    await desk.install('own');
    await desk.say({ team_id: 'T1', enterprise_id: 'E1' });
    await slack.postedWith(1);
    await desk.say(inOrg('T1'));
    expect(await slack.postedWith(2)).toEqual(['xoxb-one', 'xoxb-org']);
  });

  it('that install again have the new token at once', async () => {
    await desk.install('one');
    await desk.say({ team_id: 'T1' });
    await slack.postedWith(1);
    slack.codes.set('anew', granted('T1', 'xoxb-anew'));
    await desk.install('anew');
    await desk.say({ team_id: 'T1' });
    expect(await slack.postedWith(2)).toEqual(['xoxb-one', 'xoxb-anew']);
  });

  it('that have not installed it are refused quietly: acknowledged, told of once, not answered', async () => {
    expect(await desk.say({ team_id: 'T3' })).toBe(200);
    expect(await desk.say({ team_id: 'T3' })).toBe(200);
    expect(await desk.form({ ...asking, team_id: 'T3' })).toBe(200);
    const pressed = {
      type: 'block_actions',
      team: { id: 'T3' },
      user: { id: 'U1', team_id: 'T3' },
      actions: [{ type: 'button', action_id: 'a', block_id: 'b' }],
      trigger_id: '1',
    };
    expect(await desk.form({ payload: JSON.stringify(pressed) })).toBe(200);
    expect(strangers()).toMatchObject([{ level: 'warn', fields: { workspace: 'T3' } }]);
    await desk.say({ team_id: 'T4' });
    expect(strangers()).toHaveLength(2);
    await desk.install('one');
    await desk.say({ team_id: 'T1' });
    expect(await slack.postedWith(1)).toEqual(['xoxb-one']);
  });

  it('whose installation cannot be read any more are as if they had none', async () => {
    await kept.set('T1', '{"botToken":5}');
    await kept.set('T2', 'no JSON');
    expect([await desk.say({ team_id: 'T1' }), await desk.say({ team_id: 'T2' })]).toEqual([200, 200]);
    expect(strangers()).toHaveLength(2);
  });
});

describe('an installation that has ended', () => {
  const uninstalled = { type: 'app_uninstalled' };
  const revoked = (tokens: Readonly<Record<string, readonly string[]>>) => ({
    type: 'tokens_revoked',
    tokens,
  });

  it.each([
    ['the app was uninstalled', uninstalled],
    ['the token of the bot was revoked', revoked({ bot: ['UBOT'] })],
    ['all tokens were revoked', revoked({ oauth: ['U1'], bot: ['UBOT'] })],
  ])('is deleted when %s, and nothing is answered any more', async (_, event) => {
    await desk.install('one');
    await desk.install('two');
    await desk.say({ team_id: 'T1' });
    await slack.postedWith(1);
    expect(await desk.event(event, { team_id: 'T1' })).toBe(200);
    await gone('T1');
    expect(await desk.say({ team_id: 'T1' })).toBe(200);
    await desk.say({ team_id: 'T2' });
    expect(await slack.postedWith(2)).toEqual(['xoxb-one', 'xoxb-two']);
  });

  it('may be told of twice, in any order', async () => {
    await desk.install('one');
    for (const event of [revoked({ bot: ['UBOT'] }), uninstalled, uninstalled]) {
      expect(await desk.event(event, { team_id: 'T1' })).toBe(200);
    }
    expect(desk.lines.filter(({ message }) => message === 'a workspace has removed the app')).toHaveLength(1);
    expect(desk.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('is none when only a person takes their token back', async () => {
    await desk.install('one');
    await desk.event(revoked({ oauth: ['U1'] }), { team_id: 'T1' });
    await desk.event(revoked({ oauth: ['U1'], bot: [] }), { team_id: 'T1' });
    expect(await kept.get('T1')).toContain('xoxb-one');
  });

  it("is an organisation's when it was for all of it", async () => {
    await desk.install('org');
    await desk.event(uninstalled, { team_id: 'T1', enterprise_id: 'E1' });
    expect(await kept.get('E1')).not.toBeNull();
    await desk.event(uninstalled, inOrg('T1'));
    await gone('E1');
  });

  it('is not the one that came after it, when Slack tells late', async () => {
    await desk.install('one');
    await desk.event(uninstalled, { team_id: 'T1', event_time: 1_700_000_000, retry: 2 });
    expect(await kept.get('T1')).not.toBeNull();
    const later = Math.floor(Date.now() / 1000) + 1;
    await desk.event(uninstalled, { team_id: 'T1', event_time: later, retry: 1 });
    await gone('T1');
  });

  it('can be followed by another', async () => {
    await desk.install('one');
    await desk.event(uninstalled, { team_id: 'T1' });
    await gone('T1');
    await desk.say({ team_id: 'T1' });
    slack.codes.set('anew', granted('T1', 'xoxb-anew'));
    await desk.install('anew');
    await desk.say({ team_id: 'T1' });
    expect(await slack.postedWith(1)).toEqual(['xoxb-anew']);
  });
});
