import { VERDICT_WORDS } from '../../../report/html/verdict-section.ts';
import { signVerdict, type Sign } from '../../../report/html/state-sign.ts';
import { formatNumber } from '../../../units.ts';
import type { LiveRun } from './live-run.ts';
import type { PageState } from './page-state.ts';

/** Where the run is, in a word. `live`: it goes on. */
export interface StateWord {
  readonly word: string;
  readonly sign: Sign | 'live';
}

/** Only a verdict is good or bad; what goes on is neither, and what nobody can tell is in doubt. */
export function describeState({ stage, link }: PageState): StateWord {
  if (stage.kind === 'ended') {
    const { verdict } = stage.end;
    return verdict
      ? { word: VERDICT_WORDS[verdict.state], sign: signVerdict(verdict) }
      : { word: 'Ended without a verdict', sign: 'doubt' };
  }
  if (link === 'lost') return { word: 'Connection lost', sign: 'doubt' };
  if (link === 'opening') return { word: 'Connecting', sign: 'none' };
  if (stage.kind === 'running') return { word: describeMoment(stage.run), sign: 'live' };
  return { word: stage.kind === 'asking' && stage.isSent ? 'Starting' : 'Waiting', sign: 'none' };
}

function describeMoment(run: LiveRun): string {
  const phase = currentPhase(run);
  if (!run.snapshot) return 'Starting';
  if (!phase) return 'Draining';
  if (phase.plan.model === 'pause') return 'Pause';
  return phase.plan.warmup ? 'Warm-up' : 'Running';
}

/** The phase that runs now with its place; undefined before the first second and when all are over. */
export function currentPhase({
  burst,
  phase,
}: Pick<LiveRun, 'burst' | 'phase'>): { place: number; plan: LiveRun['burst']['phases'][number] } | undefined {
  const plan = phase === undefined ? undefined : burst.phases[phase];
  return plan && phase !== undefined ? { place: phase, plan } : undefined;
}

/** What the tab of the browser is called: the state first, because the end of a long title is cut. */
export function describeTab(state: PageState): string {
  const { word } = describeState(state);
  const { run, stage } = state;
  const name = run?.burst.name ?? (stage.kind === 'asking' ? stage.form.name : undefined) ?? 'load-gate';
  const checks = stage.kind === 'running' ? (stage.run.snapshot?.checks ?? []) : [];
  const broken = checks.filter((check) => check.state === 'broken').length;
  return `${broken > 0 ? `${formatNumber(broken, 0)} broken, ` : ''}${word}: ${name}`;
}
