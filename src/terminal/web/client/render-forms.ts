import { markup, NOTHING_TO_SHOW, showName, type Content, type Html } from '../../../report/html/markup.ts';
import { formatDuration, formatNumber, formatRate } from '../../../units.ts';
import type { StartPhase } from '../live-messages.ts';
import { currentPhase } from './describe-state.ts';
import type { PageState } from './page-state.ts';
import type { View } from './view.ts';

/** What is asked before the run: its target, and the level of each phase. Nothing unless the server asks. */
export function renderStartForm({ stage, link }: PageState): Html {
  if (stage.kind !== 'asking') return NOTHING_TO_SHOW;
  const { form, issues, isSent } = stage;
  const isIdle = link === 'open' && !isSent;
  const wrong =
    issues.length === 0
      ? undefined
      : markup`<div class="banner wrong" role="alert"><p><strong>Not started.</strong> ${issues.length === 1 ? 'This stands against it:' : 'These stand against it:'}</p><ul>${issues.map((issue) => markup`<li><bdi>${issue}</bdi></li>`)}</ul></div>`;
  const rows = form.phases.map((phase, index) => renderPhase(phase, index, { users: form.maxUsers, rate: form.maxRatePerSec }));
  return markup`<form class="start" data-do="start" autocomplete="off"><h2>Start the run</h2>
<p class="note">The values of the files are filled in; what is changed here is for this run alone.</p>${wrong}
<p class="field"><label for="target">Target</label><input type="url" id="target" name="target" value="${form.target}" required spellcheck="false"${form.isTargetFixed ? markup` readonly aria-describedby="target-d"` : undefined}/>${
    form.isTargetFixed ? markup`<small id="target-d">It comes from a secret, and is not changed here.</small>` : undefined
  }</p>
<fieldset><legend>Phases</legend>${rows}</fieldset>
<p class="note">At most ${formatNumber(form.maxUsers, 0)} users and ${formatRate(form.maxRatePerSec)}.</p>
<p class="go"><button type="submit" class="main"${isIdle ? undefined : markup` disabled`}>${isSent ? 'Starting' : 'Start'}</button></p></form>`;
}

interface Caps {
  readonly users: number;
  readonly rate: number;
}

function renderPhase(phase: StartPhase, index: number, caps: Caps): Html {
  const length = markup`<small>${phase.warmup ? `warm-up, ${formatDuration(phase.durationMs)}` : formatDuration(phase.durationMs)}</small>`;
  return markup`<div class="phase-row" role="group" aria-labelledby="phase-${index}"><p class="phase-name" id="phase-${index}">${showName(phase.name, 60)} ${length}</p><div class="inputs">${describePhase(phase, index, caps)}</div></div>`;
}

function describePhase(phase: StartPhase, index: number, caps: Caps): Content {
  switch (phase.model) {
    case 'closed':
      return [
        renderNumber({ name: `users-${index}`, label: 'Users', value: phase.users, most: caps.users, isWhole: true }),
        renderNumber({ name: `spawn-${index}`, label: 'Spawn rate, users/s', value: phase.spawnRatePerSec, isWhole: false }),
      ];
    case 'open':
      return renderNumber({
        name: `rate-${index}`,
        label: 'Arrivals per second',
        value: phase.arrivalRatePerSec,
        most: caps.rate,
        isWhole: false,
      });
    case 'iterations':
      return markup`<p class="fixed">${formatNumber(phase.iterations, 0)} iterations by ${formatNumber(phase.users, 0)} users</p>`;
    case 'pause':
      return markup`<p class="fixed">a pause</p>`;
  }
}

interface NumberField {
  readonly name: string;
  readonly label: string;
  /** Undefined: left as the file has it, unless a number is entered. */
  readonly value: number | undefined;
  readonly most?: number;
  readonly isWhole: boolean;
}

/** Per second: a rate of 0 is none. */
const SLOWEST = 0.001;

function renderNumber({ name, label, value, most, isWhole }: NumberField): Html {
  return markup`<label class="number">${label}<input type="number" name="${name}" min="${isWhole ? 0 : SLOWEST}" step="${isWhole ? 1 : 'any'}"${most === undefined ? undefined : markup` max="${most}"`} value="${value === undefined ? '' : String(value)}"${value === undefined ? markup` placeholder="unchanged"` : markup` required`} inputmode="${isWhole ? 'numeric' : 'decimal'}"/></label>`;
}

/** While a closed phase runs, its users and how fast they come or go; nothing otherwise. */
export function renderLevel({ stage, link }: PageState, { asked }: View): Html {
  if (stage.kind !== 'running' || link !== 'open') return NOTHING_TO_SHOW;
  const phase = currentPhase(stage.run);
  if (phase?.plan.model !== 'closed') return NOTHING_TO_SHOW;
  const { maxUsers } = stage.run.burst;
  return markup`<form class="level" data-do="level" data-key="level-${phase.place}" autocomplete="off"><p class="level-name">Change the level of ${showName(phase.plan.name, 40)}</p>${renderNumber({ name: 'users', label: 'Users', value: phase.plan.users, most: maxUsers, isWhole: true })}${renderNumber({ name: 'spawn', label: 'Spawn rate, users/s', value: 1, isWhole: false })}<button type="submit">Set</button><small>at most ${formatNumber(maxUsers, 0)} users; the run is then compared with no other</small><output class="asked">${asked}</output></form>`;
}
