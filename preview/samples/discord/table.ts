import { ASK } from '../../../src/bots/discord/commands/definitions/names.ts';
import { SAID } from '../../../src/bots/discord/rendering/messages.ts';
import { messageLink } from '../../../src/bots/discord/rendering/showing.ts';
import { failureReply } from '../../../src/bots/other-replies.ts';
import { discordSample } from '../../discord/platform.ts';
import type { Surface } from '../../discord/surface.ts';
import type { Sample } from '../../page.ts';
import { found, type Libraries, type LibraryName } from '../libraries.ts';
import { CHANNEL, GUILD, KNOWN, SOMEWHERE } from './ids.ts';
import { inMenu, offered, others } from './scenes.ts';
import { sentence, settings } from './settings.ts';
import { byCommand, byMenu, directly, replied, type Shown, shared, toOne } from './shown.ts';

/** A sample before it is made. A new one is a line in {@link ROWS}. */
interface Row {
  readonly slug: string;
  readonly title: string;
  show(open: Libraries): Promise<Surface> | Surface;
}

/** A question that is put to a library, and shown in some way. */
function asked(
  library: LibraryName,
  question: string,
  show: (shown: Shown) => Surface,
  ...opened: readonly string[]
): Row['show'] {
  return async (open) =>
    show({ question, reply: await found(await open(library), SOMEWHERE, question), opened });
}

const COUNT = 'what was the vote count?';
const REOPENS = 'When will Mill Bridge open again?';
const CRACKS = 'How many cracks were found in the bridge?';
const CROSSING = 'How do people cross the river now?';
const HURT = 'did anybody get hurt on the bridge?';
const CEO = 'who is the CEO of Amazon?';
const TWO = 'how many people work there and why were the results thrown out?';
const SIGN = 'what does the sign say?';
const RUMOUR = 'I heard they found 23 cracks in Mill Bridge';

const AGAIN = SAID.again(messageLink(GUILD, CHANNEL, '100000000000000010'));
const LATER = SAID.tooMany(Math.ceil(KNOWN.now / 1000) + 40);

const ROWS: readonly Row[] = [
  { slug: 'answer', title: 'An answer', show: asked('shipped', COUNT, replied) },
  { slug: 'command', title: 'Answered by a command', show: asked('shipped', COUNT, byCommand) },
  { slug: 'private', title: 'Answered to one person', show: asked('shipped', COUNT, toOne) },
  { slug: 'shared', title: 'Shared with the channel', show: asked('shipped', COUNT, shared) },
  { slug: 'context', title: 'More context', show: asked('shipped', COUNT, replied, 'context0') },
  { slug: 'others', title: 'Not what I asked', show: others('bridge', REOPENS) },
  { slug: 'also', title: 'Two sources that say the same', show: asked('bridge', REOPENS, replied) },
  { slug: 'sources', title: 'Other sources', show: asked('bridge', REOPENS, replied, 'sources0') },
  { slug: 'differing', title: 'Two sources that differ', show: asked('bridge', CRACKS, replied) },
  { slug: 'speaker', title: 'Somebody said it on the air', show: asked('bridge', CROSSING, directly) },
  { slug: 'unsure', title: 'Something comes close', show: asked('bridge', HURT, replied) },
  { slug: 'not-in-story', title: 'The story does not say', show: asked('shipped', CEO, replied) },
  { slug: 'told', title: 'The desk has been told', show: asked('shipped', CEO, replied, 'told') },
  { slug: 'several', title: 'Two questions at once', show: asked('shipped', TWO, byCommand) },
  {
    slug: 'offered',
    title: 'Questions to choose from',
    show: offered('question', 'how', 'bridge', 'shipped'),
  },
  { slug: 'stories', title: 'Stories to choose from', show: offered('story', '', 'bridge', 'shipped') },
  { slug: 'menu', title: 'In the menu of a message', show: () => inMenu(RUMOUR) },
  { slug: 'menu-answer', title: 'What the menu brings', show: asked('bridge', RUMOUR, byMenu) },
  { slug: 'again', title: 'Asked a moment ago', show: sentence(ASK, AGAIN) },
  { slug: 'later', title: 'Asked too often', show: sentence(ASK, LATER) },
  { slug: 'settings', title: 'What is set for a channel', show: settings('bridge') },
  { slug: 'empty', title: 'Nothing asked', show: asked('shipped', '', replied) },
  { slug: 'hostile', title: 'Full of what Discord would act on', show: asked('ferry', SIGN, directly) },
  {
    slug: 'failure',
    title: 'Something broke',
    show: () => directly({ question: COUNT, reply: failureReply('finding', 'k7p2q9') }),
  },
];

/**
 * Makes the samples, by the code that answers in Discord.
 *
 * @param open the libraries that are asked
 * @returns every sample, in the order in which a page shows them
 */
export function discordSamples(open: Libraries): Promise<Sample[]> {
  return Promise.all(
    ROWS.map(async ({ slug, title, show }) =>
      discordSample({ slug, title, surface: await show(open) }, KNOWN),
    ),
  );
}
