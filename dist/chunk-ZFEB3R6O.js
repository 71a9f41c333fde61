import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/options.ts
var RUNS = ["run", "baseline update"];
var STORES = ["baseline show", "baseline accept", "baseline prune"];
var PLAN = { commands: [...RUNS, "check"] };
var BURST = { commands: [...RUNS, "demo"] };
var STORE = { commands: [...RUNS, ...STORES] };
var COMPARE = { commands: ["compare"], input: false };
var ACCEPT = { commands: ["baseline accept"], input: false };
var LATER = { available: false };
var INPUT_LATER = { available: false, form: "input" };
var ROWS = [
  ["scenario", "SCENARIO", "text", "what is done to the target", { ...PLAN, form: "argument", fallback: "load-gate.yaml" }],
  [
    "sla",
    "FILE",
    "text",
    "what is promised; default: the name of the scenario with .sla.yaml; for compare: built-in rules",
    { commands: [...RUNS, "check", "compare"] }
  ],
  ["target", "URL", "url", "where the load goes; may be a secret: ${secret.NAME}", { ...PLAN, fileKey: "target" }],
  ["profile", "NAME", "text", "a named alternative to the phases of the scenario", { ...PLAN, fileKey: "profiles" }],
  ["only", "TAGS", "list", "only tasks with any of these tags", { ...PLAN, fileKey: "profiles.NAME.only" }],
  ["skip", "TAGS", "list", "no task with any of these tags; wins over only", { ...PLAN, fileKey: "profiles.NAME.skip" }],
  ["user-class", "NAMES", "list", "only these user profiles", { ...PLAN, fileKey: "profiles.NAME.user_classes" }],
  ["set", "PATH=VALUE", "assignment", "change a value of the plan: phases.steady.users=50; may be repeated", PLAN],
  ["seed", "N", "seed", "every random choice comes from it, 0 to 4294967295; default: drawn, and printed", { ...PLAN, fileKey: "seed" }],
  ["out", "DIR", "text", "where the reports go; {time} {name} {profile} are filled in", { ...BURST, fallback: "load-gate-report/" }],
  ["workers", "N", "count", "threads that make the load; default: one less than the cores, at least one"],
  ["max-rate", "RATE", "rate", "hard cap: a plan with a higher arrival rate is refused", { ...PLAN, fallback: "2000/s" }],
  ["max-users", "N", "count", "hard cap: a plan with more virtual users is refused", { ...PLAN, fallback: "10000" }],
  ["max-duration", "TIME", "duration", "hard cap: a longer plan is refused", { ...PLAN, fallback: "30m" }],
  ["max-bytes", "SIZE", "size", "hard cap: a plan that would send more is refused", { ...PLAN, fallback: "100GB" }],
  [
    "fail-on",
    "LIST",
    "choices",
    "what fails the build: breach, regression, inconclusive, no-baseline",
    { fallback: "breach,regression,inconclusive", choices: ["breach", "regression", "inconclusive", "no-baseline"] }
  ],
  [
    "baseline",
    "WHERE",
    "place",
    "where the stored runs are: file:DIR, branch or none",
    { ...STORE, fallback: "none", choices: ["none", "branch", "file:DIR"], laterChoices: ["artifact", "url:URL"] }
  ],
  ["baseline-branch", "NAME", "branch", "the branch that holds them, of origin", { ...STORE, fallback: "load-gate-baselines" }],
  ["key", "NAME", "line", "keeps the histories of several jobs apart", { ...STORE, fallback: "default" }],
  [
    "mode",
    "NAME",
    "choice",
    "what the action does: gate, or update-baseline, which also stores the run",
    {
      form: "input",
      fallback: "gate",
      choices: ["gate", "update-baseline"],
      laterChoices: ["accept-baseline", "plan", "shard", "merge"]
    }
  ],
  ["quiet", "", "switch", "print the verdict, and no progress before it", BURST],
  [
    "json",
    "",
    "switch",
    "print results.json (compare: what it came to) on standard output, all else on standard error",
    { commands: [...RUNS, "demo", "compare"], input: false }
  ],
  ["working-directory", "DIR", "text", "the folder that every other path is relative to", { form: "input", fallback: "." }],
  ["result", "RESULT", "text", "the results.json in question", { ...COMPARE, form: "argument" }],
  [
    "baselines",
    "BASELINE",
    "text",
    "what it is held against: one or more results.json, files of a baseline, or folders of them",
    { ...COMPARE, form: "argument", isMany: true }
  ],
  ["id", "ID", "line", "the run; default: the newest that is not accepted", { ...ACCEPT, form: "argument" }],
  ["why", "TEXT", "line", "why it may count from now on", { ...ACCEPT, fallback: "accepted by hand" }],
  [
    "keep",
    "N",
    "count",
    "so many of the newest stay, and those that comparisons need",
    { commands: ["baseline prune"], input: false, fallback: "50" }
  ],
  ["engine", "NAME", "choice", "what makes the load", { ...LATER, choices: ["embedded"], laterChoices: ["locust"] }],
  ["csv-prefix", "P", "text", "the file names that Locust would use", LATER],
  ["shard", "I/N", "text", "one part of a burst that several machines make", LATER],
  ["start-at", "TIME", "text", "when all shards start", LATER],
  ["prometheus-url", "URL", "url", "where the figures of the target itself are", LATER],
  ["allow-commands", "", "switch", "run the commands that the SLA names", LATER],
  ["ui", "", "switch", "a live page", { ...LATER, input: false }],
  ["system", "NAME", "text", "which staging server the demo runs", { ...LATER, commands: ["demo"], input: false }],
  ["artifact-name", "NAME", "text", "the artifact of the reports", INPUT_LATER],
  ["retention-days", "N", "count", "how long the artifact is kept", INPUT_LATER],
  [
    "comment",
    "WHEN",
    "choice",
    "the comment on the pull request",
    { ...INPUT_LATER, choices: ["never"], laterChoices: ["auto", "always"] }
  ],
  ["github-token", "TOKEN", "text", "the token of the comment", INPUT_LATER],
  ["wait-for", "PATH", "text", "the deployed version answers", INPUT_LATER],
  ["run-id", "N", "text", "which workflow run to read", INPUT_LATER]
];
var DEFAULTS = {
  form: "flag",
  isMany: false,
  commands: RUNS,
  input: true,
  fileKey: "",
  fallback: "",
  available: true,
  choices: [],
  laterChoices: []
};
var OPTIONS = Object.freeze(
  ROWS.map(
    ([name, placeholder, kind, help, rest]) => Object.freeze({ ...DEFAULTS, ...rest, name, placeholder, kind, help })
  )
);
var COMMAND_ROWS = [
  ["run", "[SCENARIO] [flags]", "put the load of a scenario on its target, judge it, write the reports"],
  ["check", "[SCENARIO] [flags]", "validate the files and print the plan; touches no network"],
  ["demo", "[flags]", "the whole gate against a staging server that comes with it"],
  ["compare", "RESULT BASELINE… [flags]", "compare stored results, offline; the same files always give the same answer"],
  ["baseline show", "--baseline WHERE [flags]", "the stored runs: which of them count, and why others do not"],
  ["baseline update", "[SCENARIO] --baseline WHERE [flags]", "run, and store what was measured"],
  ["baseline accept", "[ID] --baseline WHERE [flags]", "let a slower run count from now on"],
  ["baseline prune", "--baseline WHERE [flags]", "take old runs out"]
];
var COMMANDS = Object.freeze(
  COMMAND_ROWS.map(([name, usage, help]) => Object.freeze({ name, usage, help }))
);
var COMMANDS_LATER = Object.freeze(["merge", "view", "calibrate", "suggest", "import", "export", "init"]);
var OUTPUTS = Object.freeze([
  ["verdict", "`pass`, `breach`, `regression` or `inconclusive`; empty when the files or inputs are wrong"],
  ["breaches", "number of broken promises"],
  ["regressions", "number of regressions; 0 where nothing was compared"],
  ["report-path", "folder of the reports"],
  ["results-path", "path of results.json"],
  ["summary", "the summary as Markdown"]
]);

// src/verdict/exit-code.ts
var EXIT_CODES = [
  { code: 0, meaning: "pass" },
  { code: 1, meaning: "SLA breach or regression; no baseline, where `--fail-on` says so" },
  { code: 2, meaning: "the user's files or flags are wrong" },
  { code: 3, meaning: "inconclusive" },
  { code: 4, meaning: "the verdict passed but `--out` or the baseline could not be written" },
  { code: 70, meaning: "a bug in load-gate" }
];
function exitCodeOf(state) {
  switch (state) {
    case "pass":
      return 0;
    case "breach":
    case "regression":
      return 1;
    case "inconclusive":
      return 3;
  }
}
function exitCodeFor(outcome) {
  switch (outcome.kind) {
    case "done":
      return 0;
    case "user-error":
      return 2;
    case "not-measured":
      return 3;
    case "bug":
      return 70;
    case "judged": {
      const isExcused = outcome.verdict !== "pass" && !outcome.failOn.includes(outcome.verdict);
      const code = isExcused ? 0 : exitCodeOf(outcome.verdict);
      if (code === 0 && outcome.lacksBaseline && outcome.failOn.includes("no-baseline")) return 1;
      return code === 0 && !outcome.isWritten ? 4 : code;
    }
  }
}

export {
  OPTIONS,
  COMMANDS,
  COMMANDS_LATER,
  EXIT_CODES,
  exitCodeFor
};
