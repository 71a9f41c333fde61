import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  parseArgv
} from "./chunk-EF35MSA5.js";
import "./chunk-SOBLQ3OW.js";
import {
  catchStrayErrors
} from "./chunk-47VZU5OZ.js";
import {
  explainError
} from "./chunk-LEBFMHEA.js";
import {
  exitCodeFor
} from "./chunk-O7J3BUEA.js";
import "./chunk-UJR7YCJD.js";
import "./chunk-3GHHVNTZ.js";
import "./chunk-54YPKBCZ.js";
import "./chunk-6KYQQO5W.js";
import {
  choosePaint
} from "./chunk-Q4F5AXB4.js";
import {
  renderIssues
} from "./chunk-7O3YJNJG.js";
import "./chunk-H3FF2RGQ.js";
import "./chunk-WKKYXOXW.js";
import {
  Masking
} from "./chunk-IIID24TU.js";
import "./chunk-BRFOQZPS.js";
import "./chunk-6NJWPGFM.js";
import "./chunk-WYDHRVNK.js";
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
    case "help":
      return printHelp(request);
    case "version":
      return printVersion();
    case "check": {
      const { checkFiles } = await import("./chunk-R7GA7O5G.js");
      return checkFiles(request, { ...openCommandPorts(), refuse });
    }
    case "run":
      return run(request);
    case "demo": {
      const { runDemo } = await import("./chunk-PPRAGOV2.js");
      return runDemo(request, { run });
    }
    case "compare": {
      const { compareStored } = await import("./chunk-OTMNTHS2.js");
      return compareStored(request, openCommandPorts());
    }
    case "calibrate": {
      const { calibrate } = await import("./chunk-VN44IIYH.js");
      return calibrate(request, openCommandPorts());
    }
    case "export locust": {
      const { exportLocust } = await import("./chunk-OCYL6L63.js");
      return exportLocust(request, { ...openCommandPorts(), refuse });
    }
    case "plan":
      throw new Error("the command line has no mode plan: it has check --start-at");
    case "merge": {
      const { mergeOnTerminal } = await import("./chunk-FDYBOM6Y.js");
      return mergeOnTerminal(request, { refuse, masking });
    }
    case "import": {
      const { importOnTerminal } = await import("./chunk-RU65Z4SI.js");
      return importOnTerminal(request, { refuse, masking });
    }
    case "view": {
      const [{ viewStored }, { waitForSignal }] = await Promise.all([import("./chunk-GBFUYMCL.js"), import("./chunk-XGC3DZRT.js")]);
      return viewStored(request, openCommandPorts(), waitForSignal);
    }
    case "baseline show":
    case "baseline accept":
    case "baseline prune": {
      const { changeBaseline } = await import("./chunk-GH54KZIZ.js");
      return changeBaseline(request, openCommandPorts());
    }
  }
}
async function printHelp({ topic }) {
  const { renderHelp } = await import("./chunk-UFO4PAW2.js");
  process.stdout.write(renderHelp(topic));
  return { kind: "done" };
}
async function printVersion() {
  const { VERSION } = await import("./chunk-OWQBGYVV.js");
  process.stdout.write(`${VERSION}
`);
  return { kind: "done" };
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
async function run(request, env) {
  const { runOnTerminal } = await import("./chunk-6S7WHSZM.js");
  return runOnTerminal(request, { refuse, masking, env });
}
export {
  runCommand
};
