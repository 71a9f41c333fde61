import type { Issue, Position } from '../config/issue.ts';
import type { Scenario, UserProfile } from '../config/scenario.ts';
import type { PlacedRequest } from './list-requests.ts';
import { planWarning } from './plan-issue.ts';
import type { PlannedPhase } from './plan.ts';
import { levelAtMs } from './user-levels.ts';

interface SettingsCheck {
  readonly scenario: Scenario;
  readonly users: readonly UserProfile[];
  readonly phases: readonly PlannedPhase[];
  /** Where the phases stand. */
  readonly positions: readonly Position[];
  readonly requests: readonly PlacedRequest[];
  readonly target: URL;
}

/** Settings that this plan has no use for: warnings, for the plan does what it says all the same. */
export function checkSettings(check: SettingsCheck): readonly Issue[] {
  return [...checkHttp2(check), ...checkThink(check), ...checkSpawnRates(check)];
}

/** Version 2 is agreed on in the TLS handshake (ALPN, RFC 9113 section 3.2), so plain http never has it. */
function checkHttp2({ scenario, requests, target }: SettingsCheck): readonly Issue[] {
  if (target.protocol === 'https:') return [];
  const top: Position = { file: scenario.file, line: 1, column: 1 };
  // A handshake is made in HTTP/1.1, whatever is agreed on elsewhere.
  const toTarget = requests.filter(({ kind, request }) => kind === 'request' && request.url.startsWith('/'));
  const own = toTarget.filter(({ request }) => request.options.http2 === true).map(({ at }) => at);
  const places = scenario.http.http2 === true && toTarget.length > 0 ? [top, ...own] : own;
  return places.map((at) =>
    planWarning(
      at,
      'http2',
      'http2 has no effect: HTTP/2 is agreed on in TLS, and the target is an http URL',
      'use an https target, or leave it out',
    ),
  );
}

function checkThink({ scenario, users, phases }: SettingsCheck): readonly Issue[] {
  const thinking = users.filter((user) => user.think !== undefined).map((user) => user.name);
  const working = phases.filter((phase) => phase.model !== 'pause');
  if (thinking.length === 0 || working.length === 0 || working.some((phase) => phase.model === 'closed')) return [];
  return [
    planWarning(
      { file: scenario.file, line: 1, column: 1 },
      'think',
      `the think time of ${thinking.join(', ')} has no effect: it holds between the tasks of phases with \`users\` and a duration, and the plan has none`,
      working.every((phase) => phase.model === 'open')
        ? 'the arrival rate alone says how often a flow starts'
        : 'a step `think` within the flow holds in every phase',
    ),
  ];
}

/** A spawn rate that is too low for its phase leaves the level unreached. */
function checkSpawnRates({ scenario, phases, positions }: SettingsCheck): readonly Issue[] {
  return phases.flatMap((phase, index): readonly Issue[] =>
    phase.model === 'closed' && phase.rampMs > phase.durationMs
      ? [
          planWarning(
            positions[index] ?? { file: scenario.file, line: 1, column: 1 },
            'spawn-rate',
            `phase ${phase.name} ends at ${levelAtMs(phase, phase.durationMs)} of ${phase.users} users: its spawn_rate is too low for its duration`,
            'raise its spawn_rate or its duration',
          ),
        ]
      : [],
  );
}
