import type { App } from '@slack/bolt';
import { onAskCommand } from './listeners/ask-command.ts';
import { onAsked } from './listeners/ask-modal.ts';
import { onAskShortcut } from './listeners/ask-shortcut.ts';
import { onDirectMessage } from './listeners/direct-message.ts';
import { onEdited } from './listeners/edited.ts';
import { onFeedback } from './listeners/feedback.ts';
import { onFindShortcut } from './listeners/find-shortcut.ts';
import { onFollowUp } from './listeners/follow-up.ts';
import { onHome } from './listeners/home.ts';
import { onLinkShared } from './listeners/link-shared.ts';
import { onMention } from './listeners/mention.ts';
import { onMoreContext } from './listeners/more-context.ts';
import { onNotWhatIAsked } from './listeners/not-what-i-asked.ts';
import { onOwnMessage } from './listeners/own-message.ts';
import { onMessagesTab } from './listeners/prompts.ts';
import { onSettings } from './listeners/settings-modal.ts';
import { onShare } from './listeners/share.ts';
import { onStoryOptions } from './listeners/story-options.ts';
import { onTellTheDesk } from './listeners/tell-the-desk.ts';
import type { AroundOf } from './workspace/around.ts';

/** Everything that a person can do, each in a file of its own. */
const LISTENERS = [
  // Ways to ask.
  onMention,
  onDirectMessage,
  onFollowUp,
  onAskCommand,
  onAskShortcut,
  onAsked,
  onFindShortcut,
  // Under an answer.
  onMoreContext,
  onNotWhatIAsked,
  onFeedback,
  onTellTheDesk,
  onShare,
  onEdited,
  onOwnMessage,
  // Around it.
  onHome,
  onMessagesTab,
  onSettings,
  onStoryOptions,
  onLinkShared,
];

/**
 * Adds every listener.
 *
 * @param app Bolt
 * @param aroundOf what they work with
 */
export function listenTo(app: App, aroundOf: AroundOf): void {
  for (const listen of LISTENERS) listen(app, aroundOf);
}
