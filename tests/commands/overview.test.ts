import { describe, expect, it } from 'vitest';
import { overview } from '../../src/commands/overview.ts';
import { readConfig } from '../../src/config.ts';
import { openKnowledge } from '../../src/knowledge/index.ts';

const CLOSED = 'tests/fixtures/closed-library';

describe('what is shown at the start', () => {
  it('names the folder and the stories that are open here, and only counts the others', async () => {
    const config = { ...readConfig({}), data: CLOSED };
    const shown = overview(config, await openKnowledge({ data: CLOSED }), null);
    expect(shown).toContain(`3 stories, 3 articles, 6 sentences from ${CLOSED}`);
    expect(shown).toContain('The harbour of Port Ellery (The Post)');
    expect(shown).toContain('2 stories are not open here');
    expect(shown).toContain('How many berths does the harbour have?');
    expect(shown).not.toMatch(/Quimby|flooded|midnight|sluice/);
  });

  it('says what would turn a bot on, and which are', async () => {
    const knowledge = await openKnowledge({ data: CLOSED });
    expect(overview(readConfig({}), knowledge, 'http://127.0.0.1:3000/')).toMatch(
      /Slack is off.*\nDiscord is off/,
    );
    const config = readConfig({
      DISCORD_TOKEN: 'token',
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_APP_TOKEN: 'xapp-1',
    });
    expect(overview(config, knowledge, null)).toMatch(/Slack is on \(Socket Mode\)\.\nDiscord is on\./);
  });
});
