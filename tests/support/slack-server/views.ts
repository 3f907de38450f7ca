import { type Json, jsonOf } from './json.ts';
import { withIds } from './messages.ts';

/** A view as Slack hands it out: with `id`, `hash`, `root_view_id`, `previous_view_id`, `state`, … */
export type View = Json & { readonly id: string; readonly hash: string; readonly type: string };

/** Who looks at a view, and where. */
export interface Viewer {
  readonly user: string;
  readonly team: string;
}

/** Slack's code, where it refuses. */
export type Shown = View | string;

/** What is open on people's screens. */
export interface Views {
  open(view: Json, viewer: Viewer): Shown;
  /** Over a view of a modal. */
  push(view: Json, below: string | null): Shown;
  /** `id`: of the view, or its `external_id`. */
  update(view: Json, id: string, hash: unknown): Shown;
  publish(view: Json, viewer: Viewer, hash: unknown): Shown;
  find(id: string): View | undefined;
  /** The modal that somebody sees. */
  modal(user: string): View | undefined;
  home(user: string): View | undefined;
  viewer(id: string): Viewer | undefined;
  /** Closes a view, or with `all` the whole modal it is in. */
  close(id: string, all?: boolean): void;
}

/** Views of a modal at a time (https://docs.slack.dev/surfaces/modals#view-stack). */
const STACK = 3;

/** Makes a store without views. */
export function openViews(): Views {
  const shown = new Map<string, { readonly view: View; readonly viewer: Viewer }>();
  let count = 0;
  const inOrder = () => [...shown.values()];
  const stackOf = (id: string) => {
    const root = shown.get(id)?.view.root_view_id;
    return inOrder().filter(({ view }) => view.root_view_id === root);
  };
  const taken = (view: Json, but: string | null) =>
    typeof view.external_id === 'string' &&
    view.external_id !== '' &&
    inOrder().some((other) => other.view.external_id === view.external_id && other.view.id !== but);
  const put = (view: Json, viewer: Viewer, more: Json & { readonly id: string }) => {
    count += 1;
    const made = outputOf(
      view,
      viewer,
      `${1_700_000_000 + count}.${count.toString(16).padStart(8, '0')}`,
      more,
    );
    shown.set(made.id, { view: made, viewer });
    return made;
  };
  const newId = () => `V${count + 1}`;

  const views: Views = {
    open(view, viewer) {
      if (taken(view, null)) return 'duplicate_external_id';
      const id = newId();
      return put(view, viewer, { id, root_view_id: id, previous_view_id: null });
    },
    push(view, below) {
      const under = below === null ? undefined : shown.get(below);
      if (under === undefined || under.view.type !== 'modal') return 'not_found';
      if (taken(view, null)) return 'duplicate_external_id';
      const stack = stackOf(under.view.id);
      if (stack.length >= STACK) return 'push_limit_reached';
      const { root_view_id } = under.view;
      return put(view, under.viewer, { id: newId(), root_view_id, previous_view_id: under.view.id });
    },
    update(view, id, hash) {
      const old = shown.get(id) ?? inOrder().find((other) => other.view.external_id === id);
      if (old === undefined || old.view.type !== view.type) return 'not_found';
      if (hash !== undefined && hash !== old.view.hash) return 'hash_conflict';
      if (taken(view, old.view.id)) return 'duplicate_external_id';
      const { root_view_id, previous_view_id } = old.view;
      return put(view, old.viewer, { id: old.view.id, root_view_id, previous_view_id });
    },
    publish(view, viewer, hash) {
      const old = views.home(viewer.user);
      if (hash !== undefined && old !== undefined && hash !== old.hash) return 'hash_conflict';
      const id = old?.id ?? newId();
      return put(view, viewer, { id, root_view_id: id, previous_view_id: null });
    },
    find: (id) => shown.get(id)?.view,
    modal: (user) =>
      inOrder().findLast(({ view, viewer }) => view.type === 'modal' && viewer.user === user)?.view,
    home: (user) => inOrder().find(({ view, viewer }) => view.type === 'home' && viewer.user === user)?.view,
    viewer: (id) => shown.get(id)?.viewer,
    close(id, all = false) {
      const closing = all ? stackOf(id).map(({ view }) => view.id) : [id];
      for (const each of closing) shown.delete(each);
    },
  };
  return views;
}

function outputOf(view: Json, { team }: Viewer, hash: string, more: Json & { readonly id: string }): View {
  return {
    team_id: team,
    app_installed_team_id: team,
    app_id: 'A1',
    bot_id: 'BBOT',
    callback_id: '',
    external_id: '',
    private_metadata: '',
    clear_on_close: false,
    notify_on_close: false,
    state: { values: {} },
    title: view.type === 'home' ? { type: 'plain_text', text: 'View Title', emoji: true } : undefined,
    close: null,
    submit: null,
    ...jsonOf(view),
    type: String(view.type),
    blocks: withIds(view.blocks, more.id),
    hash,
    ...more,
  };
}
