import type { ChosenLevel, FromPage, StartForm, StartPhase } from '../live-messages.ts';

/** What stands in a field by its name; undefined: there is none. */
export type Fields = (name: string) => string | undefined;

/** The start form as it was filled in. What was left as it is goes unsaid, so that the files keep their say; the server checks the rest. */
export function readStart(form: StartForm, fields: Fields): Extract<FromPage, { kind: 'start' }> {
  const target = form.isTargetFixed ? form.target : (fields('target')?.trim() ?? form.target);
  const levels = form.phases.map((phase, index) => readPhase(phase, index, fields));
  return { kind: 'start', target, levels: levels.filter((level) => Object.keys(level).length > 1) };
}

function readPhase(phase: StartPhase, index: number, fields: Fields): ChosenLevel {
  const changed = (field: string, before: number | undefined): number | undefined => {
    const value = readNumber(fields(`${field}-${index}`));
    return value === before ? undefined : value;
  };
  if (phase.model === 'open') {
    const arrivalRatePerSec = changed('rate', phase.arrivalRatePerSec);
    return { phase: phase.name, ...(arrivalRatePerSec !== undefined && { arrivalRatePerSec }) };
  }
  if (phase.model !== 'closed') return { phase: phase.name };
  const [users, spawnRatePerSec] = [changed('users', phase.users), changed('spawn', phase.spawnRatePerSec)];
  return { phase: phase.name, ...(users !== undefined && { users }), ...(spawnRatePerSec !== undefined && { spawnRatePerSec }) };
}

/** The level form of the phase at a place; undefined unless both are numbers that can be asked for. */
export function readLevel(phase: number, fields: Fields): Extract<FromPage, { kind: 'level' }> | undefined {
  const [users, spawnRatePerSec] = [readNumber(fields('users')), readNumber(fields('spawn'))];
  if (users === undefined || spawnRatePerSec === undefined || !Number.isInteger(users) || spawnRatePerSec <= 0) return undefined;
  return { kind: 'level', phase, users, spawnRatePerSec };
}

/** A number from 0; undefined for anything else. */
function readNumber(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const value = Number(text);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}
