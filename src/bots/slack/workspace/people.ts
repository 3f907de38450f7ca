import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Log } from '../../../log.ts';
import type { SlackApi } from '../calls/api.ts';
import { failureOf } from '../calls/failure.ts';

/** What somebody is in the workspace. */
export interface Standing {
  /** Somebody from outside: a guest of one or some channels, or of another organisation. */
  readonly isGuest: boolean;
  readonly isAdmin: boolean;
}

/** Who people are, as far as that decides what they may see and set. */
export interface People {
  /** @param workspace ours, which they belong to or not */
  standing(user: string, workspace: string): Promise<Standing>;
}

/** For as long as somebody who was made a guest may still be taken for a member. */
const KNOWN = { max: 10_000, ttl: 5 * 60_000 };
const flag = z.boolean().nullish();
/** https://docs.slack.dev/reference/objects/user-object */
const Answer = z.object({
  user: z.object({
    team_id: z.string().nullish(),
    enterprise_user: z.object({ teams: z.array(z.string()).nullish() }).nullish(),
    is_admin: flag,
    is_owner: flag,
    is_restricted: flag,
    is_ultra_restricted: flag,
    is_stranger: flag,
  }),
});

/** Refusals after which it makes no sense to ask again for each question: the scope was not given. */
const NEVER = /^(?:missing_scope|not_allowed_token_type|unknown_method|method_deprecated)$/;

/**
 * @param api the way to Slack
 * @param log where it is told that Slack does not say who people are
 * @returns people, none of them known yet
 */
export function openPeople(api: SlackApi, log: Log): People {
  const known = new LRUCache<string, Standing>(KNOWN);
  let isTold = false;

  async function ask(user: string, workspace: string): Promise<Standing> {
    try {
      const { user: found } = Answer.parse(await api.ask('users.info', { user }));
      // Somebody of another organisation whom Slack knows from a shared channel is no stranger to it.
      const teams = [found.team_id, ...(found.enterprise_user?.teams ?? [])].filter((team) => team);
      const isElsewhere = !teams.includes(workspace);
      const isGuest = found.is_restricted || found.is_ultra_restricted || found.is_stranger || isElsewhere;
      // Who administers another workspace has no say in this one.
      const isAdmin = isGuest !== true && (found.is_admin === true || found.is_owner === true);
      return kept(`${workspace} ${user}`, { isGuest: isGuest === true, isAdmin });
    } catch (error) {
      const failure = failureOf(error);
      const isNever = failure.kind === 'refused' && NEVER.test(failure.code);
      if (!isTold) log.warn({ err: error }, isNever ? NO_SCOPE : UNKNOWN);
      isTold = true;
      // Without the scope, whoever installed the app has decided not to tell guests apart.
      return isNever
        ? kept(`${workspace} ${user}`, { isGuest: false, isAdmin: false })
        : { isGuest: true, isAdmin: false };
    }
  }

  function kept(name: string, standing: Standing): Standing {
    known.set(name, standing);
    return standing;
  }

  return {
    standing: async (user, workspace) => known.get(`${workspace} ${user}`) ?? ask(user, workspace),
  };
}

const NO_SCOPE =
  'The Slack app may not ask who people are (users:read): guests are taken for members of the workspace.';
const UNKNOWN = 'Slack does not say who somebody is: they are taken for a guest.';
