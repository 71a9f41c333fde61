import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  parseArgv
} from "./chunk-AYXZVVZ2.js";
import "./chunk-HTQFJ7X7.js";
import {
  catchStrayErrors
} from "./chunk-47VZU5OZ.js";
import {
  explainError
} from "./chunk-V5M6F7PA.js";
import {
  choosePaint
} from "./chunk-Q4F5AXB4.js";
import {
  exitCodeFor
} from "./chunk-FQ374TPN.js";
import {
  renderIssues
} from "./chunk-7O3YJNJG.js";
import "./chunk-VYJS5OFR.js";
import "./chunk-PI3KDXWL.js";
import "./chunk-54YPKBCZ.js";
import "./chunk-H3FF2RGQ.js";
import "./chunk-WKKYXOXW.js";
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
      const { renderHelp } = await import("./chunk-AAWHAEQ5.js");
      process.stdout.write(renderHelp(request.topic));
      return { kind: "done" };
    }
    case "version": {
      const { VERSION } = await import("./chunk-ZMPWL6DF.js");
      process.stdout.write(`${VERSION}
`);
      return { kind: "done" };
    }
    case "check": {
      const { checkFiles } = await import("./chunk-AZU5LTHT.js");
      return checkFiles(request, { ...openCommandPorts(), refuse });
    }
    case "run":
      return run(request);
    case "demo": {
      const { runDemo } = await import("./chunk-AA3UGMFR.js");
      return runDemo(request, { run });
    }
    case "compare": {
      const { compareStored } = await import("./chunk-TTQ7RKUZ.js");
      return compareStored(request, openCommandPorts());
    }
    case "calibrate": {
      const { calibrate } = await import("./chunk-CHAO5BK3.js");
      return calibrate(request, openCommandPorts());
    }
    case "plan":
      throw new Error("the command line has no mode plan: it has check --start-at");
    case "merge": {
      const { mergeOnTerminal } = await import("./chunk-VDYRAVJF.js");
      return mergeOnTerminal(request, { refuse, masking });
    }
    case "view": {
      const [{ viewStored }, { waitForSignal }] = await Promise.all([import("./chunk-SQX4D37A.js"), import("./chunk-XGC3DZRT.js")]);
      return viewStored(request, openCommandPorts(), waitForSignal);
    }
    case "baseline show":
    case "baseline accept":
    case "baseline prune": {
      const { changeBaseline } = await import("./chunk-L7V5RBED.js");
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
  const { runOnTerminal } = await import("./chunk-GZV2KDZH.js");
  return runOnTerminal(request, { refuse, masking });
}
export {
  runCommand
};
