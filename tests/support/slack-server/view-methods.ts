import { viewRefusal } from './blocks.ts';
import { jsonOf } from './json.ts';
import { type Calling, type Method, no, type Outcome, refused, yes } from './method.ts';
import { takeTrigger } from './state.ts';
import type { Shown } from './views.ts';

/** `views.*` (https://docs.slack.dev/reference/methods?family=views). */

function answered(shown: Shown): Outcome {
  return typeof shown === 'string' ? no(shown) : yes({ view: shown });
}

function triggered(calling: Calling, how: 'open' | 'push'): Outcome {
  const { state, args } = calling;
  const refusal = viewRefusal(args.view, 'modal');
  if (refusal !== null) return refused(refusal);
  const trigger = takeTrigger(state, args.trigger_id);
  if (typeof trigger === 'string') return no(trigger);
  const view = jsonOf(args.view);
  return answered(how === 'open' ? state.views.open(view, trigger) : state.views.push(view, trigger.view));
}

function update({ state, args }: Calling): Outcome {
  const refusal = viewRefusal(args.view, jsonOf(args.view).type === 'home' ? 'home' : 'modal');
  if (refusal !== null) return refused(refusal);
  return answered(state.views.update(jsonOf(args.view), String(args.view_id ?? args.external_id), args.hash));
}

function publish({ state, workspace, args }: Calling): Outcome {
  if (state.users.get(String(args.user_id)) === null) return no('user_not_found');
  const refusal = viewRefusal(args.view, 'home');
  if (refusal !== null) return refused(refusal);
  const viewer = { user: String(args.user_id), team: workspace.team };
  return answered(state.views.publish(jsonOf(args.view), viewer, args.hash));
}

export const VIEW_METHODS: Readonly<Record<string, Method>> = {
  'views.open': {
    args: ['trigger_id', 'view'],
    needed: ['trigger_id', 'view'],
    run: (calling) => triggered(calling, 'open'),
  },
  'views.push': {
    args: ['trigger_id', 'view'],
    needed: ['trigger_id', 'view'],
    run: (calling) => triggered(calling, 'push'),
  },
  'views.update': { args: ['view_id', 'external_id', 'hash', 'view'], needed: ['view'], run: update },
  'views.publish': { args: ['user_id', 'hash', 'view'], needed: ['user_id', 'view'], run: publish },
};
