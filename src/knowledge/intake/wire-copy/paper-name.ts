import { readDateline } from './dateline.ts';
import { hasHeadlineForm, isBody } from './headline.ts';
import { isOutletName } from './outlets.ts';

/**
 * Finds a paper's name beside the headline, where nothing but its form tells it: "The Ellery Courier" over a
 * headline that is told by what stands under it, or between a headline and the story.
 *
 * @param top the lines above the dateline
 * @param dateline the paragraph of the dateline, where there is one
 * @param found what each line states, if it states anything
 * @returns the index of the line, 0 or 1, or `null`
 */
export function paperAt(
  top: readonly string[],
  dateline: string | undefined,
  found: readonly (object | null)[],
): 0 | 1 | null {
  const [first = '', second = '', third = dateline ?? ''] = top;
  const isStory = isBody(third) || readDateline(third) !== null;
  if (isOutletName(first) && hasHeadlineForm(second, true)) {
    return isStory || found[2] || hasHeadlineForm(third, false) ? 0 : null;
  }
  const isBetween = isOutletName(second) && hasHeadlineForm(first, false) && isStory;
  return isBetween && !found[1] ? 1 : null;
}
