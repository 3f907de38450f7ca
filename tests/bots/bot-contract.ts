import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NEAREST_HEADING } from '../../src/bots/reply.ts';
import { type Answer, type Knowledge, openKnowledge, type Question } from '../../src/knowledge/index.ts';

/** What a person was shown. */
export interface Shown {
  /** Every word of it, in reading order, formatting and escapes undone. */
  readonly text: string;
  /** The stretches that were bold. */
  readonly bold: readonly string[];
  /** Addresses that can be followed. */
  readonly links: readonly string[];
  /** Whether only the person who asked can see it. */
  readonly onlyToAsker: boolean;
}

/** A real bot, connected to a server that plays its platform. */
export interface BotUnderTest {
  /** Asks in one of the bot's ways, and waits for the reply. */
  ask(way: string, text: string): Promise<Shown>;
  /** Delivers one and the same question twice, and returns every reply that came. */
  askTwice(way: string, text: string): Promise<readonly Shown[]>;
  /** Lets the bot itself and another bot speak, each where a person would be answered; returns replies. */
  letBotsSpeak(text: string): Promise<readonly Shown[]>;
  /** Everything in the recorded payloads that could notify anyone. */
  pings(): readonly string[];
  /** Asks, stops the bot while the answer is being made, and returns the replies that came all the same. */
  stopWhileAsking(way: string, text: string): Promise<readonly Shown[]>;
  stop(): Promise<void>;
}

/** What a bot must do whatever its platform. */
export interface BotSubject {
  readonly name: string;
  /** The ways to ask it, such as `mention`, `direct message`, `slash command`. */
  readonly ways: readonly [string, ...string[]];
  /** The ways whose answer only the person who asked may see. */
  readonly privateWays: readonly string[];
  /** Whether its platform has other bots, and delivers again. A terminal does not. */
  readonly shared: boolean;
  open(ask: (question: Question) => Promise<Answer>): Promise<BotUnderTest>;
}

const HOSTILE = '@everyone @here <!channel> <!here> <@U123> <@123456789012345678> <@&1> vote count?';

/** A sentence of the invented story, with what Slack, Discord, HTML and a terminal would each act on. */
const SIGN =
  'The sign on the pier reads "*NO* _swimming_ @everyone <!channel> `now` ~ever~ ||please|| <b>& thanks</b>" in red.';

/** Runs the contract against a bot. The libraries are real files, the pipeline is the real one. */
export function describeBot(subject: BotSubject): void {
  describe(`${subject.name} keeps the bot contract`, () => {
    let shipped: Knowledge;
    let invented: Knowledge;
    let closed: Knowledge;
    let knowledge: Knowledge;
    let bot: BotUnderTest;
    let broken = false;

    beforeAll(async () => {
      shipped = await openKnowledge({ data: 'data' });
      invented = await openKnowledge({ data: 'tests/fixtures/library' });
      closed = await openKnowledge({ data: 'tests/fixtures/closed-library' });
    });
    beforeEach(async () => {
      broken = false;
      knowledge = shipped;
      bot = await subject.open(async (question) => {
        if (broken) throw new Error('the secret reason');
        return knowledge.ask(question);
      });
    });
    afterEach(() => bot.stop());

    describe.each(subject.ways)('by %s', (way) => {
      it('quotes the sentence with the numbers, emboldened, with its source', async () => {
        const shown = await bot.ask(way, 'What was the vote count?');
        expect(shown.text).toMatch(/1,798/);
        expect(shown.text).toMatch(/738/);
        expect(shown.bold.join(' ')).toMatch(/1,798.*738|738.*1,798/);
        expect(shown.text).toMatch(/AP/);
        expect(shown.text).toMatch(/29 Nov 2021/);
        expect(shown.onlyToAsker).toBe(subject.privateWays.includes(way));
      });

      it('links the headline to the very sentence, and tells of an update', async () => {
        knowledge = invented;
        const shown = await bot.ask(way, 'How many council members voted for the ferry?');
        expect(shown.text).toMatch(/passed by 11 votes to 4/);
        expect(shown.links).toContain(
          'https://courier.example/ferry-vote#:~:text=The%20motion%20passed%20by%2011%20votes%20to%204%2C%20with%20two%20members%20absent.',
        );
        expect(shown.text).toMatch(/The Ellery Courier.*3 Mar 2024.*updated 5 Mar 2024/s);
      });

      it('names the speaker of a transcript', async () => {
        knowledge = invented;
        const shown = await bot.ask(way, 'What did Ruth Odalys say about fog?');
        expect(shown.text).toMatch(/RUTH ODALYS/);
        expect(shown.text).toMatch(/will not sail in fog/);
      });

      it('shows the letters of an article, whatever they would mean to the platform', async () => {
        knowledge = invented;
        const shown = await bot.ask(way, 'What does the sign on the pier say?');
        expect(shown.text).toContain(SIGN);
        expect(bot.pings()).toEqual([]);
      });

      it('says so when the story does not say', async () => {
        const shown = await bot.ask(way, 'Who is the CEO of Amazon?');
        expect(shown.text).toMatch(/does not say|not sure that the story says/);
      });

      it('marks the nearest sentences as such', async () => {
        const shown = await bot.ask(way, 'Who is the president of the union?');
        expect(shown.text).toContain(NEAREST_HEADING);
      });

      it('shows nothing of a story that is not open to where it is asked', async () => {
        knowledge = closed;
        expect((await bot.ask(way, 'How many berths does the harbour have?')).text).toMatch(/340 berths/);
        for (const question of [
          'Who opened the sluice gate?',
          'sluice gate',
          'What does the Herald say?',
          'and when?',
          ' ',
        ]) {
          const shown = await bot.ask(way, question);
          expect(shown.text).not.toMatch(/Quimby|Zoltan|flooded|midnight|embargoed|listed/i);
          expect(shown.links).toEqual([]);
        }
      });

      it('answers an empty question with how to ask, and questions to ask', async () => {
        const shown = await bot.ask(way, '   ');
        expect(shown.text).toMatch(/Ask me a question/);
        expect(shown.text).toMatch(/What was the vote count\?/);
      });

      it('answers a question without a word with a clear sentence', async () => {
        expect((await bot.ask(way, '?!… 🤷')).text).toMatch(/no word in that question/);
      });

      it('takes a question of 1,000 characters, and refuses 1,001 with a clear sentence', async () => {
        const start = 'What was the vote count? ';
        expect((await bot.ask(way, start.padEnd(1000, 'x'))).text).not.toMatch(/too long for a question/);
        expect((await bot.ask(way, start.padEnd(1001, 'x'))).text).toMatch(/at most 1,000 characters/);
      });

      it('says that it failed, with an id and without the reason, when finding an answer breaks', async () => {
        broken = true;
        const shown = await bot.ask(way, 'What was the vote count?');
        expect(shown.text).toMatch(/went wrong.*\bid [0-9a-f]{8}\b/s);
        expect(shown.text).not.toMatch(/secret reason|Error/);
      });

      it('notifies nobody, whatever the question says', async () => {
        await bot.ask(way, HOSTILE);
        expect(bot.pings()).toEqual([]);
      });

      it('finishes the question in flight when it is told to stop', async () => {
        const shown = await bot.stopWhileAsking(way, 'What was the vote count?');
        expect(shown).toHaveLength(1);
        expect(shown[0]?.text).toMatch(/1,798/);
      });

      it.runIf(subject.shared)('answers a question that is delivered twice once', async () => {
        expect(await bot.askTwice(way, 'What was the vote count?')).toHaveLength(1);
      });
    });

    it.runIf(subject.shared)('answers neither itself nor other bots', async () => {
      expect(await bot.letBotsSpeak('What was the vote count?')).toEqual([]);
    });
  });
}
