import type { LiveCheck } from '../../../metrics/live-snapshot.ts';
import { markup, showName, type Html } from '../../../report/html/markup.ts';
import { drawSign, showState, type Sign } from '../../../report/html/state-sign.ts';
import { formatNumber } from '../../../units.ts';
import { formatSeconds, measureProgress } from '../../render-progress.ts';
import { currentPhase, describeState } from './describe-state.ts';
import type { LiveRun } from './live-run.ts';
import type { PageState } from './page-state.ts';
import type { View } from './view.ts';

/** The bar at the top, which stays: what runs against what, where it is, how it stands, and how to stop it. */
export function renderHead(state: PageState, view: View): Html {
  const { run, stage } = state;
  const name = run?.burst.name ?? (stage.kind === 'asking' ? stage.form.name : undefined);
  const target = run?.burst.target ?? (stage.kind === 'asking' ? stage.form.target : undefined);
  return markup`<div class="row"><div class="what"><h1>${name === undefined ? 'load-gate' : showName(name, 80)}</h1>${target ? markup`<p class="target">${showName(target, 120)}</p>` : undefined}</div><div class="tools"><button type="button" data-do="theme">${view.isDark ? 'Light theme' : 'Dark theme'}</button>${renderStop(state, view)}</div></div>
<div class="row status">${renderState(state)}${run ? renderPlace(state, run) : undefined}</div>
${run ? renderProgressBar(state, run) : undefined}`;
}

function renderState(state: PageState): Html {
  const { word, sign } = describeState(state);
  if (sign !== 'live') return markup`<strong class="word">${showState(sign, word)}</strong>`;
  return markup`<strong class="word"><span class="state going"><svg class="beat" width="12" height="12" aria-hidden="true"><circle cx="6" cy="6" r="5"/></svg>${word}</span></strong>`;
}

function renderPlace({ stage }: PageState, run: LiveRun): Html {
  const { snapshot, burst } = run;
  const phase = currentPhase(run);
  const count = burst.phases.length;
  const facts = [
    burst.number > 1 ? `burst ${formatNumber(burst.number, 0)}` : undefined,
    stage.kind === 'running' && phase
      ? markup`${showName(phase.plan.name, 40)}${count > 1 ? markup` <small>${phase.place + 1} of ${count}</small>` : undefined}`
      : undefined,
    stage.kind === 'running' && snapshot
      ? markup`<b>${formatNumber(snapshot.users, 0)}</b> ${snapshot.users === 1 ? 'user' : 'users'}`
      : undefined,
    snapshot?.openSockets === undefined || stage.kind === 'ended'
      ? undefined
      : markup`<b>${formatNumber(snapshot.openSockets, 0)}</b> open sockets`,
    snapshot && stage.kind === 'ended' ? `took ${formatSeconds(snapshot.elapsedMs)}` : undefined,
  ];
  return markup`${facts.flatMap((fact) => (fact ? [markup`<span class="fact">${fact}</span>`] : []))}${stage.kind === 'running' ? renderTally(run) : undefined}`;
}

/** How the promises stand, in one glance; a link to them. */
function renderTally({ snapshot }: LiveRun): Html | undefined {
  const checks = snapshot?.checks ?? [];
  if (checks.length === 0) return undefined;
  const count = (wanted: LiveCheck['state']): number => checks.filter(({ state }) => state === wanted).length;
  const of = ` of ${formatNumber(checks.length, 0)} promises`;
  const [broken, warned, holding] = [count('broken'), count('warning'), count('holding')];
  const [sign, text]: readonly [Sign, string] =
    broken > 0
      ? ['bad', `${formatNumber(broken, 0)}${of} broken`]
      : warned > 0
        ? ['doubt', `${formatNumber(warned, 0)}${of} broken as a warning`]
        : holding === checks.length
          ? ['good', 'all promises hold so far']
          : ['none', `${formatNumber(holding, 0)}${of} hold so far`];
  return markup`<a class="tally state ${sign}" href="#promises">${drawSign(sign)}${text}</a>`;
}

/** By time, with a mark where a phase begins; fixed work, whose time nobody knows, by its starts. */
function renderProgressBar({ stage }: PageState, { snapshot, burst }: LiveRun): Html | undefined {
  if (!snapshot) return undefined;
  const progress = measureProgress(snapshot);
  const isTimed = burst.phases.every(({ model }) => model !== 'iterations');
  const timed = snapshot.plannedMs > 0 ? Math.min(1, snapshot.elapsedMs / snapshot.plannedMs) : 1;
  const ratio = stage.kind === 'ended' ? 1 : isTimed ? timed : progress.ratio;
  const left = snapshot.elapsedMs >= snapshot.plannedMs ? 'waiting for the last answers' : `${formatSeconds(progress.etaMs)} left`;
  const passed = `${formatSeconds(Math.min(snapshot.elapsedMs, snapshot.plannedMs))} of ${formatSeconds(snapshot.plannedMs)}`;
  const marks = isTimed ? markPhases(burst, snapshot.plannedMs) : [];
  const bar = markup`<div class="progress" role="progressbar" aria-label="Progress of the run" aria-valuemin="0" aria-valuemax="100" aria-valuenow="${Math.floor(ratio * 100)}" aria-valuetext="${passed}, ${left}"><svg width="100%" height="6" aria-hidden="true"><rect class="rest" width="100%" height="6"/><rect class="gone" width="${(ratio * 100).toFixed(2)}%" height="6"/>${marks}</svg></div>`;
  if (stage.kind === 'ended') return undefined;
  return markup`${bar}<div class="row times"><span>${passed}</span><span>${left}</span></div>`;
}

function markPhases({ phases }: LiveRun['burst'], plannedMs: number): readonly Html[] {
  let startMs = 0;
  return phases.slice(0, -1).map(({ durationMs }) => {
    startMs += durationMs;
    return markup`<rect class="mark" x="${((startMs / plannedMs) * 100).toFixed(2)}%" width="2" height="6"/>`;
  });
}

function renderStop({ stage, link }: PageState, { stop }: View): Html | undefined {
  if (stage.kind !== 'running') return undefined;
  if (link !== 'open') return undefined;
  switch (stop) {
    case 'idle':
      return markup`<button type="button" class="stop" data-do="stop">Stop</button>`;
    case 'asking':
      return markup`<span class="sure" role="group" aria-label="Stop the run?"><span>Stop the run?</span><button type="button" class="stop sure-yes" data-do="stop-yes">Yes, stop</button><button type="button" data-do="stop-no">No</button></span>`;
    case 'sent':
      return markup`<button type="button" class="stop" disabled>Stopping</button>`;
  }
}
