import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/options.ts
var RUNS = ["run", "baseline update"];
var STORES = ["baseline show", "baseline accept", "baseline prune"];
var PLAN = { commands: [...RUNS, "check", "export locust"] };
var CHECKED = { commands: [...RUNS, "check"] };
var IMPORTS = ["import locust", "import k6", "import hlog"];
var BURST = { commands: [...RUNS, "demo", "merge", ...IMPORTS] };
var STORE = { commands: [...RUNS, ...STORES, "merge", ...IMPORTS] };
var COMPARE = { commands: ["compare"], input: false };
var VIEW = { commands: ["view"], input: false };
var CALIBRATE = { commands: ["calibrate"], input: false };
var ACCEPT = { commands: ["baseline accept"], input: false };
var ROWS = [
  [
    "scenario",
    "SCENARIO",
    "text",
    "what is done to the target; several, a pattern such as load/*.yaml, or a suite: one run, one verdict",
    { ...PLAN, form: "argument", isMany: true, fallback: "load-gate.yaml" }
  ],
  [
    "sla",
    "FILE",
    "text",
    "what is promised; default: the name of the scenario with .sla.yaml; for compare and calibrate: built-in rules; import needs it",
    { commands: [...RUNS, "check", "export locust", "compare", "calibrate", "merge", ...IMPORTS] }
  ],
  [
    "target",
    "URL",
    "url",
    "where the load goes; may be a secret: ${secret.NAME}; for import: where it went, if most of it did not",
    { commands: [...RUNS, "check", "export locust", ...IMPORTS], fileKey: "target" }
  ],
  ["profile", "NAME", "text", "a named alternative to the phases of the scenario", { ...PLAN, fileKey: "profiles" }],
  ["only", "TAGS", "list", "only tasks with any of these tags", { ...PLAN, fileKey: "profiles.NAME.only" }],
  ["skip", "TAGS", "list", "no task with any of these tags; wins over only", { ...PLAN, fileKey: "profiles.NAME.skip" }],
  ["user-class", "NAMES", "list", "only these user profiles", { ...PLAN, fileKey: "profiles.NAME.user_classes" }],
  ["set", "PATH=VALUE", "assignment", "change a value of the plan: phases.steady.users=50; may be repeated", PLAN],
  ["seed", "N", "seed", "every random choice comes from it, 0 to 4294967295; default: drawn, and printed", { ...PLAN, fileKey: "seed" }],
  [
    "wait-for",
    "PATH",
    "wait",
    'before any load, this answers: /version, /version contains TEXT or /version = TEXT; within 5m, or add " within 90s"',
    CHECKED
  ],
  ["out", "DIR", "text", "where the reports go; {time} {name} {profile} are filled in", { ...BURST, fallback: "load-gate-report/" }],
  [
    "csv-prefix",
    "P",
    "prefix",
    "the CSV files also as P_stats.csv and so on, as Locust names them; P is a path, filled in like out",
    BURST
  ],
  [
    "engine",
    "NAME",
    "choice",
    "what makes the load: embedded, or a Locust that is installed (pip install locust)",
    { ...CHECKED, fallback: "embedded", choices: ["embedded", "locust"] }
  ],
  ["workers", "N", "count", "threads that make the load, or processes of Locust; default: one less than the cores, at least one"],
  ["expect-workers", "N", "count", "engine locust: wait for so many Locust workers of other machines, and let them make the load", CHECKED],
  [
    "data",
    "FILE",
    "text",
    "also write the rows that hold secrets, which are not in the locustfile, for its workers: LOAD_GATE_DATA names it there",
    { commands: ["export locust"], input: false }
  ],
  ["max-rate", "RATE", "rate", "hard cap: a plan with a higher arrival rate is refused", { ...PLAN, fallback: "2000/s" }],
  ["max-users", "N", "count", "hard cap: a plan with more virtual users is refused", { ...PLAN, fallback: "10000" }],
  ["max-duration", "TIME", "duration", "hard cap: a longer plan is refused", { ...PLAN, fallback: "30m" }],
  ["max-bytes", "SIZE", "size", "hard cap: a plan that would send more is refused", { ...PLAN, fallback: "100GB" }],
  [
    "fail-on",
    "LIST",
    "choices",
    "what fails the build: breach, regression, inconclusive, no-baseline",
    {
      commands: [...RUNS, "merge", ...IMPORTS],
      fallback: "breach,regression,inconclusive",
      choices: ["breach", "regression", "inconclusive", "no-baseline"]
    }
  ],
  [
    "baseline",
    "WHERE",
    "place",
    "where the stored runs are: file:DIR, branch, artifact (GitHub Actions alone) or none; default: branch in CI, none elsewhere",
    { ...STORE, choices: ["none", "branch", "artifact", "file:DIR", "url:URL"] }
  ],
  [
    "interleave",
    "HOW",
    "choice",
    "url: only: each arrival at once to both targets (simultaneous), or one target at a time in turns (abba)",
    { fallback: "simultaneous", choices: ["simultaneous", "abba"] }
  ],
  ["baseline-branch", "NAME", "branch", "the branch that holds them, of origin", { ...STORE, fallback: "load-gate-baselines" }],
  [
    "key",
    "NAME",
    "line",
    "which history: one for each key; default: workflow, job and matrix leg in GitHub Actions, the word default elsewhere",
    STORE
  ],
  [
    "matrix",
    "JSON",
    "leg",
    "the matrix leg in the default of key; GitHub fills it in, leave it alone",
    { form: "input", expression: "${{ toJSON(matrix) }}" }
  ],
  [
    "artifact-name",
    "NAME",
    "line",
    "the artifact of the reports; default: load-gate- and the key; a name that the run has already gets -2",
    { form: "input" }
  ],
  ["retention-days", "N", "count", "how long the reports are kept; default: as the repository has it", { form: "input" }],
  [
    "comment",
    "WHEN",
    "choice",
    "the comment on the pull request: auto (none on a first run without news), always or never",
    { form: "input", fallback: "auto", choices: ["auto", "always", "never"] }
  ],
  [
    "github-token",
    "TOKEN",
    "text",
    "for the comment (pull-requests: write) and baselines in artifacts (actions: read)",
    { form: "input", expression: "${{ github.token }}" }
  ],
  ["run-id", "N", "run-id", "no load: comment on the results that this workflow run of a fork has uploaded", { form: "input" }],
  [
    "mode",
    "NAME",
    "choice",
    "gate; update-baseline also stores the run; accept-baseline lets a slower stored run count; plan, shard, merge: one burst by several jobs",
    { form: "input", fallback: "gate", choices: ["gate", "update-baseline", "accept-baseline", "plan", "shard", "merge"] }
  ],
  ["quiet", "", "switch", "print the verdict, and no progress before it", BURST],
  [
    "json",
    "",
    "switch",
    "print results.json (compare, calibrate: what it came to) on standard output, all else on standard error",
    { commands: [...RUNS, "demo", "compare", "calibrate", "merge", ...IMPORTS], input: false }
  ],
  ["prometheus-url", "URL", "url", "the Prometheus that promql: rows of the SLA ask; may be a secret: ${secret.NAME}", CHECKED],
  ["allow-commands", "", "switch", "run what command: rows of the SLA name; no file can allow it", CHECKED],
  [
    "ui",
    "PORT",
    "port",
    "a live page of the run, on this machine alone; default: 8089, or any that is free",
    { alone: "auto", input: false }
  ],
  ["wait", "", "switch", "with --ui: begin from the page, with the target and the users chosen there", { input: false }],
  [
    "html",
    "FILE",
    "text",
    "draw the history as a page; default: load-gate-baseline.html",
    { commands: ["baseline show"], alone: "load-gate-baseline.html", input: false }
  ],
  [
    "system",
    "NAME",
    "choice",
    "which system the staging server plays; default: a small shop",
    { commands: ["demo"], input: false, choices: ["chat4all", "aiaas", "pggit", "allthrive", "ingestor"] }
  ],
  ["shard", "I/N", "shard", "make one part of a burst that N machines make together; merge judges it"],
  ["start-at", "TIME", "start", "when all shards begin: a time with its zone; for check and mode plan also +2m from now", CHECKED],
  ["plan-hash", "HASH", "hash", "a shard of another plan is refused; given by check --start-at and mode plan"],
  ["update-baseline", "", "switch", "merge, import: also store what was measured", { commands: ["merge", ...IMPORTS] }],
  ["working-directory", "DIR", "text", "the folder that every other path is relative to", { form: "input", fallback: "." }],
  ["result", "RESULT", "text", "the results.json in question", { ...COMPARE, form: "argument" }],
  [
    "baselines",
    "BASELINE",
    "text",
    "what it is held against: one or more results.json, files of a baseline, or folders of them; default: its own other side, after a run with --baseline url:URL",
    { ...COMPARE, form: "argument", isMany: true }
  ],
  [
    "results",
    "RESULT",
    "text",
    "at least 10 results.json, or folders of them, of runs with --baseline url:URL of one commit against itself",
    { ...CALIBRATE, form: "argument", isMany: true }
  ],
  [
    "shards",
    "DIR",
    "text",
    "what each shard has left, files or folders",
    { commands: ["merge"], form: "argument", isMany: true, input: false }
  ],
  [
    "files",
    "FILE",
    "text",
    "what the other load generator has left: *_stats.csv or the output of --json of Locust; --out json=, --out csv= or --summary-export of k6; an HdrHistogram log",
    { commands: IMPORTS, form: "argument", isMany: true, input: false }
  ],
  [
    "unit",
    "UNIT",
    "choice",
    "what the values of an HdrHistogram log count: ns, us or ms; default: what the log says, as those of load-gate do",
    { commands: ["import hlog"], input: false, choices: ["ns", "us", "ms"] }
  ],
  ["views", "RESULT", "text", "one to eight results.json, or folders that hold one", { ...VIEW, form: "argument", isMany: true }],
  ["port", "PORT", "port", "where the page is, on this machine alone; default: 8089, or any that is free", VIEW],
  ["id", "ID", "line", "the run; default: the newest that is not accepted", { ...ACCEPT, form: "argument" }],
  ["why", "TEXT", "line", "why it may count from now on", { ...ACCEPT, fallback: "accepted by hand" }],
  [
    "keep",
    "N",
    "count",
    "so many of the newest stay, and those that comparisons need",
    { commands: ["baseline prune"], input: false, fallback: "50" }
  ]
];
var DEFAULTS = {
  alone: "",
  form: "flag",
  isMany: false,
  commands: RUNS,
  input: true,
  fileKey: "",
  fallback: "",
  expression: "",
  choices: []
};
var OPTIONS = Object.freeze(
  ROWS.map(
    ([name, placeholder, kind, help, rest]) => Object.freeze({ ...DEFAULTS, ...rest, name, placeholder, kind, help })
  )
);

export {
  OPTIONS
};
