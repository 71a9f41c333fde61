import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/options/commands.ts
var COMMAND_ROWS = [
  ["run", "[SCENARIO…] [flags]", "put the load of a scenario on its target, judge it, write the reports"],
  ["check", "[SCENARIO…] [flags]", "validate the files and print the plan; touches no network"],
  ["demo", "[flags]", "the whole gate against a staging server that comes with it"],
  ["compare", "RESULT [BASELINE…] [flags]", "compare stored results, offline; the same files always give the same answer"],
  ["calibrate", "RESULT… [flags]", "measure how much two deployments of one commit differ, for live comparisons"],
  ["merge", "DIR… [flags]", "judge what the shards of one burst have measured, as one"],
  ["view", "RESULT… [flags]", "stored results on a page: one as its report, several side by side"],
  ["import locust", "FILE… --sla FILE [flags]", "judge what a test of Locust has measured"],
  ["import k6", "FILE… --sla FILE [flags]", "judge what a test of k6 has measured"],
  ["import hlog", "FILE… --sla FILE [flags]", "judge what an HdrHistogram log holds"],
  ["export locust", "[SCENARIO] [flags]", "print the scenario as a locustfile that stands on its own; run --engine locust drives the same"],
  ["baseline show", "--baseline WHERE [flags]", "the stored runs: which of them count, and why others do not"],
  ["baseline update", "[SCENARIO…] --baseline WHERE [flags]", "run, and store what was measured"],
  ["baseline accept", "[ID] --baseline WHERE [flags]", "let a slower run count from now on"],
  ["baseline prune", "--baseline WHERE [flags]", "take old runs out"]
];
var COMMANDS = Object.freeze(
  COMMAND_ROWS.map(([name, usage, help]) => Object.freeze({ name, usage, help }))
);
var COMMANDS_LATER = Object.freeze(["suggest", "init"]);

export {
  COMMANDS,
  COMMANDS_LATER
};
