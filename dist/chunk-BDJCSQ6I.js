import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  parseArgv
} from "./chunk-WSBXSWXT.js";
import "./chunk-S4VNKFA2.js";
import {
  catchStrayErrors
} from "./chunk-47VZU5OZ.js";
import {
  explainError
} from "./chunk-OGCEM33O.js";
import {
  choosePaint
} from "./chunk-Q4F5AXB4.js";
import {
  exitCodeFor
} from "./chunk-UGETHLQV.js";
import "./chunk-7EUSFCA6.js";
import "./chunk-6WKETU76.js";
import "./chunk-54YPKBCZ.js";
import {
  renderIssues
} from "./chunk-7O3YJNJG.js";
import "./chunk-H3FF2RGQ.js";
import {
  Masking
} from "./chunk-ONJ7IJNX.js";
import "./chunk-BRFOQZPS.js";
import "./chunk-6NJWPGFM.js";
import "./chunk-2EGEYTRJ.js";
import "./chunk-5PVW3TJC.js";

// src/command.ts
var masking = new Masking();
async function runCommand(argv) {
  catchStrayErrors(explainThrown);
  try {
    const parsed = parseArgv(argv, process.env);
    return exitCodeFor(parsed.ok ? await dispatch(parsed.value) : refuse(parsed.issues));
  } catch (thrown) {
    return explainThrown(thrown);
  }
}
function explainThrown(thrown) {
  const { lines, outcome } = explainError(thrown);
  process.stderr.write(`${masking.mask(lines.join("\n"))}
`);
  return exitCodeFor(outcome);
}
function refuse(issues) {
  process.stderr.write(renderIssues(issues, choosePaint(process.stderr.isTTY, process.env)));
  return { kind: "user-error" };
}
async function dispatch(request) {
  switch (request.command) {
    case "help": {
      const { renderHelp } = await import("./chunk-AL42CAHV.js");
      process.stdout.write(renderHelp(request.topic));
      return { kind: "done" };
    }
    case "version": {
      const { VERSION } = await import("./chunk-4MKJOILX.js");
      process.stdout.write(`${VERSION}
`);
      return { kind: "done" };
    }
    case "check": {
      const { checkFiles } = await import("./chunk-DJMNS6YB.js");
      return checkFiles(request, { ...openCommandPorts(), refuse });
    }
    case "run":
      return run(request);
    case "demo": {
      const { runDemo } = await import("./chunk-DK24O6R2.js");
      return runDemo(request, { run });
    }
    case "compare": {
      const { compareStored } = await import("./chunk-GYLMDBTK.js");
      return compareStored(request, openCommandPorts());
    }
    case "calibrate": {
      const { calibrate } = await import("./chunk-FD4GQB5M.js");
      return calibrate(request, openCommandPorts());
    }
    case "view": {
      const [{ viewStored }, { waitForSignal }] = await Promise.all([import("./chunk-3HIYTDLA.js"), import("./chunk-XGC3DZRT.js")]);
      return viewStored(request, openCommandPorts(), waitForSignal);
    }
    case "baseline show":
    case "baseline accept":
    case "baseline prune": {
      const { changeBaseline } = await import("./chunk-RMR2WZWR.js");
      return changeBaseline(request, openCommandPorts());
    }
  }
}
function openCommandPorts() {
  return {
    env: process.env,
    cwd: process.cwd(),
    now: () => Date.now(),
    write: (text) => void process.stdout.write(text),
    writeAside: (text) => void process.stderr.write(text),
    width: process.stdout.columns ?? 100,
    paint: choosePaint(process.stdout.isTTY, process.env)
  };
}
async function run(request) {
  const { runOnTerminal } = await import("./chunk-BVFP3V4Z.js");
  return runOnTerminal(request, { refuse, masking });
}
export {
  runCommand
};
