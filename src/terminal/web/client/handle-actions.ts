import { currentPhase } from './describe-state.ts';
import type { ServerLink } from './open-link.ts';
import type { PageState } from './page-state.ts';
import { readLevel, readStart, type Fields } from './read-choice.ts';
import type { LivePageView, SortKey } from './view.ts';

/** What the page's buttons and forms act upon. */
export interface Scene {
  readonly state: PageState;
  readonly view: LivePageView;
  readonly link: ServerLink;
  readonly refresh: () => void;
  readonly find: (id: string) => HTMLElement;
}

/** Listens once, for the whole page: an element says by `data-do` what it does, so those that are drawn later are heard as well. */
export function handleActions(scene: Scene): void {
  followTheme(scene);
  document.addEventListener('click', ({ target }) => {
    const actor = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null;
    if (actor && actor.localName !== 'form') act(actor, scene);
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && scene.view.now.stop === 'asking') answerStop(scene, 'idle');
  });
  document.addEventListener('submit', (event) => {
    event.preventDefault();
    const form = event.target;
    if (form instanceof HTMLFormElement) submit(form, scene);
  });
}

function act(actor: HTMLElement, scene: Scene): void {
  const { view, refresh } = scene;
  const { do: what, series, sort } = actor.dataset;
  switch (what) {
    case 'stop':
      answerStop(scene, 'asking');
      return;
    case 'stop-no':
      answerStop(scene, 'idle');
      return;
    case 'stop-yes':
      answerStop(scene, scene.link.send({ kind: 'stop' }) ? 'sent' : 'idle');
      return;
    case 'focus':
      focusSeries(series === undefined || series === '' ? undefined : Number(series), scene);
      return;
    case 'sort':
      view.change({ sort: sort as SortKey });
      refresh();
      return;
    case 'all':
      view.change({ showsAll: true });
      refresh();
      return;
    case 'theme':
      switchTheme(scene);
      return;
    default:
  }
}

/** Asks once; the safe answer has the focus. */
function answerStop({ view, refresh, find }: Scene, stop: 'idle' | 'asking' | 'sent'): void {
  view.change({ stop });
  refresh();
  const next = stop === 'asking' ? '[data-do="stop-no"]' : '[data-do="stop"]';
  afterDrawing(() => find('head').querySelector<HTMLElement>(next)?.focus());
}

/** Shows the charts of one endpoint and goes there; back from them, to its row. */
function focusSeries(focus: number | undefined, { view, refresh, find }: Scene): void {
  const before = view.now.focus;
  view.change({ focus });
  refresh();
  afterDrawing(() => {
    if (focus !== undefined) {
      find('charts-h').focus({ preventScroll: true });
      const { top } = find('charts').getBoundingClientRect();
      // Where the charts are seen already, the page stays where it is.
      if (top > window.innerHeight * 0.6 || top < 0) find('charts').scrollIntoView();
    } else if (before !== undefined) {
      find('endpoints').querySelector<HTMLElement>(`[data-key="${before}"] .pick`)?.focus();
    }
  });
}

/** The page draws with the next picture of the screen. */
function afterDrawing(then: () => void): void {
  setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(then)), 0);
}

function submit(form: HTMLFormElement, { state, view, link, refresh }: Scene): void {
  const fields: Fields = (name) => {
    const field = form.elements.namedItem(name);
    return field instanceof HTMLInputElement ? field.value : undefined;
  };
  const { stage } = state;
  if (form.dataset['do'] === 'start' && stage.kind === 'asking') {
    if (link.send(readStart(stage.form, fields))) state.markSent();
  }
  if (form.dataset['do'] === 'level' && stage.kind === 'running') {
    const phase = currentPhase(stage.run);
    const level = phase && readLevel(phase.place, fields);
    const isSent = level !== undefined && link.send(level);
    const count = (users = 0): string => (users === 1 ? '1 user' : `${users} users`);
    view.change({
      asked: isSent
        ? `Asked for ${count(level.users)} at ${count(level.spawnRatePerSec)} per second.`
        : 'Not sent: whole users from 0, and a rate above 0.',
    });
  }
  refresh();
}

const DARK = '(prefers-color-scheme: dark)';

function followTheme({ view, refresh }: Scene): void {
  const media = matchMedia(DARK);
  const follow = (): void => {
    if (document.documentElement.dataset['theme'] === undefined) view.change({ isDark: media.matches });
    refresh();
  };
  media.addEventListener('change', follow);
  follow();
}

function switchTheme({ view, refresh }: Scene): void {
  const isDark = !view.now.isDark;
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  view.change({ isDark });
  refresh();
}
