import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainSilence, type Silence } from '../../../src/engine/locust/explain-silence.ts';
import { LOCUST_TERMS, type LocustWorkers } from '../../../src/engine/locust/locust-terms.ts';

interface Case {
  readonly name: string;
  readonly silence: Partial<Silence> & Pick<Silence, 'state'>;
  readonly workers?: LocustWorkers;
  /** Undefined: nothing has lasted too long. */
  readonly says?: string;
}

const { startMs, waitMs, silentMs } = LOCUST_TERMS;
const TIME_BOX_MS = 60_000;
const HERE: LocustWorkers = { kind: 'processes', count: 2 };

const CASES: readonly Case[] = [
  { name: 'Python may take its time', silence: { state: 'starting', stateMs: startMs - 1 } },
  { name: 'but not for ever', silence: { state: 'starting', stateMs: startMs }, says: 'Locust did not start within 1 m' },
  { name: 'processes of this machine come soon', silence: { state: 'waiting', stateMs: waitMs.processes - 1 } },
  {
    name: 'or not at all',
    silence: { state: 'waiting', stateMs: waitMs.processes },
    says: 'the 2 Locust workers were not all there within 1 m',
  },
  {
    name: 'those of other machines may come later',
    silence: { state: 'waiting', stateMs: waitMs.expected - 1 },
    workers: { kind: 'expected', count: 2 },
  },
  {
    name: 'and what is to be done about it is said',
    silence: { state: 'waiting', stateMs: waitMs.expected },
    workers: { kind: 'expected', count: 1 },
    says: 'the Locust worker did not come within 5 m (start what is missing by then, where it reaches the port of this machine)',
  },
  { name: 'nothing is awaited before the burst begins', silence: { state: 'running', elapsedMs: -1, quietMs: silentMs } },
  { name: 'a second is awaited in it', silence: { state: 'running', elapsedMs: silentMs, quietMs: silentMs - 1 } },
  {
    name: 'many are too many',
    silence: { state: 'running', elapsedMs: silentMs, quietMs: silentMs },
    says: 'Locust has reported nothing for 15 s',
  },
  { name: 'what is in flight may end after the time box', silence: { state: 'running', elapsedMs: TIME_BOX_MS + silentMs } },
  {
    name: 'and then no more',
    silence: { state: 'running', elapsedMs: TIME_BOX_MS + silentMs + 1 },
    says: 'Locust went on beyond the time box',
  },
  { name: 'who has said all may be silent', silence: { state: 'ended', stateMs: 1e9, quietMs: 1e9, elapsedMs: 1e9 } },
  { name: 'and so may who is gone', silence: { state: 'settled', stateMs: 1e9, quietMs: 1e9, elapsedMs: 1e9 } },
];

for (const { name, silence, workers = HERE, says } of CASES)
  test(`${silence.state}: ${name}`, () => {
    const known = { stateMs: 0, quietMs: 0, elapsedMs: -1, ...silence };
    assert.equal(explainSilence(known, { ...LOCUST_TERMS, workers, timeBoxMs: TIME_BOX_MS }), says);
  });
