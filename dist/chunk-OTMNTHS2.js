import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readSla
} from "./chunk-VS37YGNM.js";
import {
  isLoose,
  readStoredResult,
  readStoredResults
} from "./chunk-OWQHJKPP.js";
import {
  compareValues,
  comparisonLines,
  decide,
  isSound
} from "./chunk-EW3JHPTR.js";
import {
  listInvalidities,
  listSharedInvalidities
} from "./chunk-XFBL2BYX.js";
import "./chunk-Q7O4VZSC.js";
import {
  renderIssues
} from "./chunk-7O3YJNJG.js";
import "./chunk-H3FF2RGQ.js";
import "./chunk-HU2CD3QW.js";
import {
  describeLevelChanges
} from "./chunk-RNRZHEU7.js";
import {
  listLeftOut,
  listSetAside
} from "./chunk-E2SHFU6X.js";
import {
  wrapText
} from "./chunk-B4CW4QRU.js";
import {
  SECOND_LOOK_BURSTS,
  compareWithHistory,
  hasSuccess
} from "./chunk-B352537M.js";
import {
  compareLive
} from "./chunk-JHW4SND7.js";
import "./chunk-D753NKHP.js";
import {
  describeRegression
} from "./chunk-A3SLCI4C.js";
import "./chunk-ZLLVWJAM.js";
import "./chunk-2TOVJSTJ.js";
import "./chunk-GCV36XLM.js";
import "./chunk-NFQGUP3O.js";
import {
  renderResults
} from "./chunk-5YB5ZHND.js";
import "./chunk-WKKYXOXW.js";
import "./chunk-XW65F56M.js";
import "./chunk-EVO6VOKN.js";
import "./chunk-NE3VJX42.js";
import "./chunk-B3YCOJUD.js";
import "./chunk-CNZLAFSP.js";
import "./chunk-M3TBPBE2.js";
import "./chunk-NSEIX5CG.js";
import "./chunk-7GDODETR.js";
import "./chunk-6YJF3WAO.js";
import "./chunk-QC36IMXK.js";
import "./chunk-BRFOQZPS.js";
import "./chunk-IW22IME3.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";
import {
  GateError
} from "./chunk-WYDHRVNK.js";
import "./chunk-5PVW3TJC.js";

// src/terminal/render-comparison.ts
var TITLES = {
  pass: ["good", "PASS"],
  regression: ["broken", "REGRESSION"],
  inconclusive: ["warning", "NOT JUDGED"]
};
function renderComparison({ report, state, doubts, setAside }, width, paint) {
  const [style, word] = TITLES[state];
  const sentence = report.comparison ? describeRegression(report.comparison.result) : "";
  const [first = "", ...rest] = wrapText(`${word}  ${cleanText(sentence, 600)}`, width, "  ");
  const sections = [
    [paint(style, word) + first.slice(word.length), ...rest],
    doubts.flatMap((doubt) => wrapText(`- ${cleanText(doubt, 600)}`, width, "  ")),
    comparisonLines(report, width, paint),
    listSetAside(setAside, width, paint)
  ];
  return `${sections.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}
`;
}

// src/command-compare.ts
var ANYWHERE = { event: void 0, branch: void 0, commit: void 0, defaultBranch: void 0, isCi: false };
async function compareStored(request, ports) {
  const sla = readSla(request.sla, ports);
  if (!sla.ok) {
    ports.writeAside(renderIssues(sla.issues, ports.paint));
    return { kind: "user-error" };
  }
  const { report } = await readStoredResult(ports.cwd, request.result);
  const { comparison, doubts, runs, setAside } = request.baselines.length > 0 ? await compareWithStored(report, request, { sla: sla.value, cwd: ports.cwd }) : compareSides(report, sla.value);
  const all = [...[report.run, ...report.further ?? []].flatMap((burst) => listDoubts(burst, sla.value)), ...doubts];
  const state = decideState(report.run, all, comparison.result);
  const view = {
    report: { ...report, comparison, handRows: compareValues(report.run, sla.value) },
    state,
    doubts: all,
    setAside
  };
  const text = renderComparison(view, ports.width, ports.paint);
  if (request.json) {
    ports.writeAside(text);
    ports.write(renderJson(view, comparison, runs));
  } else ports.write(text);
  return { kind: "judged", verdict: state, failOn: ["regression", "inconclusive"], lacksBaseline: false, isWritten: true };
}
async function compareWithStored(report, request, { sla, cwd }) {
  const stored = await readStoredResults(cwd, request.baselines);
  const runs = stored.runs.filter((run) => !isSame(run.report, report)).map((run) => judgeLoose(run, sla));
  const result = compareWithRuns(report, runs, sla);
  const where = request.baselines.join(", ");
  return {
    comparison: { kind: "stored", where, result, runs: runs.length - listLeftOut(result).size },
    doubts: [],
    runs,
    setAside: stored.setAside
  };
}
function compareSides({ run, further = [], live }, sla) {
  if (live === void 0) {
    throw new GateError("LOAD_GATE_USAGE", "compare needs what the result is held against, and it has no other side of its own", {
      hint: "name stored runs: load-gate compare RESULT BASELINE…; or give the result of a run with --baseline url:URL, which was compared with that target"
    });
  }
  const looks = [run, ...further].map((candidate, index) => ({ candidate, baseline: live.runs[index] ?? missingSide(live) }));
  const [first, ...second] = looks;
  const early = compareLive({ first, second: [], rules: sla.regression });
  const canConfirm = further.length === SECOND_LOOK_BURSTS && further.every((burst) => isSound(burst, sla) && hasSuccess(burst));
  const result = early.state === "second-look" && canConfirm ? compareLive({ first, second, rules: sla.regression }) : early;
  const { where, interleave } = live;
  const doubts = live.runs.flatMap((side) => listSharedInvalidities(side, sla.generator)).map((doubt) => `On the baseline's side: ${doubt}`);
  return { comparison: { kind: "live", where, interleave, result }, doubts, runs: [], setAside: [] };
}
function missingSide({ where }) {
  throw new Error(`a burst against ${where} is missing`);
}
function compareWithRuns({ run, further = [] }, runs, sla) {
  const [first, ...more] = runs;
  if (first === void 0) throw new GateError("LOAD_GATE_RESULT_INVALID", "there is nothing to compare with but the result itself");
  const history = { state: "found", runs: [first, ...more], setAside: [], unread: 0 };
  const input = { history, rules: sla.regression, origin: ANYWHERE };
  const result = compareWithHistory(run, [], input);
  return result.state === "second-look" && further.length === SECOND_LOOK_BURSTS ? compareWithHistory(run, further, input) : result;
}
function judgeLoose(run, sla) {
  if (!isLoose(run)) return run;
  const isTrusted = [run.report.run, ...run.report.further ?? []].every((burst) => listDoubts(burst, sla).length === 0);
  if (!isTrusted) return { ...run, judged: "inconclusive" };
  return run.judged === "inconclusive" ? { ...run, judged: "pass" } : run;
}
function listDoubts(burst, sla) {
  const { ending, levelChanges } = burst;
  return [
    ...listInvalidities(burst, sla.generator),
    ...ending.state === "complete" ? [] : [`A burst did not run to its end: ${ending.reason.replace(/\.$/, "")}.`],
    ...levelChanges.length === 0 ? [] : [`The users of a burst were set by hand: ${describeLevelChanges(levelChanges)}.`]
  ];
}
function decideState(run, doubts, regression) {
  const { state } = decide({ run, checks: [], invalidities: doubts, regression });
  return state === "breach" ? "inconclusive" : state;
}
function isSame(left, right) {
  return left.run.startedAt === right.run.startedAt && renderResults(left) === renderResults(right);
}
function renderJson({ state, doubts, setAside }, comparison, runs) {
  const { result } = comparison;
  const left = listLeftOut(result);
  const baselines = runs.map(({ id }) => ({ id, counts: !left.has(id) }));
  const live = comparison.kind === "live" ? { where: comparison.where, interleave: comparison.interleave } : void 0;
  const document = { compare_version: 1, state, doubts, baselines, live, comparison: result, set_aside: setAside };
  return `${JSON.stringify(document, void 0, 2)}
`;
}
export {
  compareStored
};
