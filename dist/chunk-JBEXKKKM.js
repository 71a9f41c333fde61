import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  listInvalidities
} from "./chunk-KDCHOATG.js";
import {
  SECOND_LOOK_BURSTS,
  compareWithHistory,
  hasSuccess
} from "./chunk-BNNILVUW.js";
import {
  describeLevelChanges
} from "./chunk-RNRZHEU7.js";
import {
  seedOfPhase
} from "./chunk-CNZLAFSP.js";
import {
  countArrivals
} from "./chunk-7GDODETR.js";
import {
  formatDuration
} from "./chunk-BRFOQZPS.js";

// src/plan/reseed-plan.ts
function reseedPlan(plan, seed) {
  const phases = plan.phases.map((phase, place) => {
    if (phase.model !== "open" || phase.arrivals === "even") return phase;
    return { ...phase, plannedArrivals: countArrivals(phase, phase.arrivals, seedOfPhase(seed, plan.streams?.[place] ?? place)) };
  });
  return { ...plan, seed, phases };
}

// src/gate-looks.ts
async function lookAtBaseline(run, input) {
  const { baseline, sla, origin, storesBursts, onNote } = input;
  if (!isSound(run, sla)) return { further: [], made: [], comparison: void 0 };
  const first = input.mask(run);
  const compare = (further) => compareWithHistory(first, further, { history: baseline.history, rules: sla.regression, origin });
  let result = compare([]);
  let more = { further: [], made: [] };
  if (result.state === "second-look") {
    onNote(`A second look at fresh data: ${result.suspects.join(", ")} may be worse than the baseline.`);
    more = await runMore(first, SECOND_LOOK_BURSTS, input);
    if (more.further.length === SECOND_LOOK_BURSTS) result = compare(more.further);
  } else if (storesBursts) {
    onNote("A second burst for the baseline.");
    more = await runMore(first, 1, input);
  }
  return {
    ...more,
    comparison: { kind: "stored", where: baseline.store.where, at: sla.regressionPlaces.at, runs: countAdmitted(baseline, result), result }
  };
}
function lookOnce(run, { baseline, sla, origin }) {
  if (!isSound(run, sla)) return void 0;
  const result = compareWithHistory(run, [], { history: baseline.history, rules: sla.regression, origin });
  return { kind: "stored", where: baseline.store.where, at: sla.regressionPlaces.at, runs: countAdmitted(baseline, result), result };
}
function explainUnusable(run, sla) {
  const { ending } = run;
  const [doubt] = listInvalidities(run, sla.generator);
  if (ending.state !== "complete")
    return `It cannot be used: the burst was ${ending.state === "aborted" ? "aborted" : "cut short"}: ${ending.reason.replace(/\.$/, "")}.`;
  if (doubt !== void 0) return `It cannot be used: ${doubt}`;
  if (run.levelChanges.length > 0) return `It cannot be used: its users were set by hand (${describeLevelChanges(run.levelChanges)}).`;
  return hasSuccess(run) ? void 0 : "It cannot be used: nothing succeeded.";
}
function explainNoTime(burstMs, count, { timeBoxMs, maxDurationMs }) {
  const neededMs = (count + 1) * burstMs;
  const take = `There is no time for it: ${count + 1} bursts take ${formatDuration(neededMs)}`;
  const seconds = Math.ceil((count + 1.1) * (burstMs / 1e3));
  if (neededMs > timeBoxMs) return `${take}, the time box is ${formatDuration(timeBoxMs)}; set \`time_box: ${seconds}s\`.`;
  if (neededMs > maxDurationMs) return `${take}, --max-duration leaves ${formatDuration(maxDurationMs)}; raise it.`;
  return void 0;
}
async function runMore(first, count, input) {
  const { plan, sla, runBurst, mask, onNote, maxDurationMs } = input;
  const refusal = explainNoTime(first.durationMs, count, { timeBoxMs: plan.timeBoxMs, maxDurationMs });
  if (refusal !== void 0) {
    onNote(refusal);
    return { further: [], made: [] };
  }
  const made = [];
  for (let number = 1; number <= count; number++) {
    const burst = mask(await runBurst(reseedPlan(plan, plan.seed + number >>> 0)));
    made.push(burst);
    const why = explainUnusable(burst, sla);
    if (why === void 0) continue;
    onNote(why);
    return { further: made.slice(0, -1), made };
  }
  return { further: made, made };
}
function countAdmitted({ history }, { notes }) {
  const stored = history.state === "found" ? history.runs.length : 0;
  return stored - notes.reduce((sum, note) => sum + (note.kind === "left-out" ? note.runs.length : 0), 0);
}
function isSound(run, sla) {
  return run.ending.state === "complete" && run.levelChanges.length === 0 && listInvalidities(run, sla.generator).length === 0;
}

export {
  reseedPlan,
  lookAtBaseline,
  lookOnce,
  explainUnusable,
  explainNoTime,
  isSound
};
