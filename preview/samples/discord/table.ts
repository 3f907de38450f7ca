import { ASK } from '../../../src/bots/discord/commands/definitions/names.ts';
import { SAID } from '../../../src/bots/discord/rendering/messages.ts';
import { messageLink } from '../../../src/bots/discord/rendering/showing.ts';
import { failureReply } from '../../../src/bots/other-replies.ts';
import { discordSample } from '../../discord/platform.ts';
import type { Surface } from '../../discord/surface.ts';
import type { Sample } from '../../page.ts';
import { ASKED, askedIn, type Row } from '../asked.ts';
import type { Libraries } from '../libraries.ts';
import { CHANNEL, GUILD, KNOWN, SOMEWHERE } from './ids.ts';
import { inMenu, offered, others } from './scenes.ts';
import { sentence, settings } from './settings.ts';
import { byCommand, byMenu, directly, replied, shared, toOne } from './shown.ts';

const asked = askedIn<Surface>(SOMEWHERE);
const RUMOUR = 'I heard they found 23 cracks in Mill Bridge';

const AGAIN = SAID.again(messageLink(GUILD, CHANNEL, '100000000000000010'));
const LATER = SAID.tooMany(Math.ceil(KNOWN.now / 1000) + 40);

/** A new sample is a line here. */
const ROWS: readonly Row<Surface>[] = [
  { slug: 'answer', title: 'An answer', show: asked('shipped', ASKED.count, replied) },
  { slug: 'command', title: 'Answered by a command', show: asked('shipped', ASKED.count, byCommand) },
  { slug: 'private', title: 'Answered to one person', show: asked('shipped', ASKED.count, toOne) },
  { slug: 'shared', title: 'Shared with the channel', show: asked('shipped', ASKED.count, shared) },
  { slug: 'context', title: 'More context', show: asked('shipped', ASKED.count, replied, 'context0') },
  { slug: 'others', title: 'Not what I asked', show: others('bridge', ASKED.reopens) },
  { slug: 'also', title: 'Two sources that say the same', show: asked('bridge', ASKED.reopens, replied) },
  { slug: 'sources', title: 'Other sources', show: asked('bridge', ASKED.reopens, replied, 'sources0') },
  { slug: 'differing', title: 'Two sources that differ', show: asked('bridge', ASKED.cracks, replied) },
  { slug: 'speaker', title: 'Somebody said it on the air', show: asked('bridge', ASKED.crossing, directly) },
  { slug: 'unsure', title: 'Something comes close', show: asked('bridge', ASKED.hurt, replied) },
  { slug: 'not-in-story', title: 'The story does not say', show: asked('shipped', ASKED.ceo, replied) },
  { slug: 'told', title: 'The desk has been told', show: asked('shipped', ASKED.ceo, replied, 'told') },
  { slug: 'several', title: 'Two questions at once', show: asked('shipped', ASKED.two, byCommand) },
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
  { slug: 'hostile', title: 'Full of what Discord would act on', show: asked('ferry', ASKED.sign, directly) },
  {
    slug: 'failure',
    title: 'Something broke',
    show: () => directly({ question: ASKED.count, reply: failureReply('finding', 'k7p2q9') }),
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
