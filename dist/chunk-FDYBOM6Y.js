import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  mergeShards
} from "./chunk-J2OWYJ42.js";
import "./chunk-54YPKBCZ.js";
import "./chunk-IUP6OBTI.js";
import {
  RunLog,
  renderFinal
} from "./chunk-FG3ZWFYC.js";
import "./chunk-O6M2G4GT.js";
import "./chunk-JZEOROUZ.js";
import "./chunk-4OKLBAXO.js";
import {
  choosePaint
} from "./chunk-Q4F5AXB4.js";
import "./chunk-JSR3KTVL.js";
import "./chunk-SIO4AA7A.js";
import "./chunk-EW3JHPTR.js";
import "./chunk-XFBL2BYX.js";
import "./chunk-Q7O4VZSC.js";
import {
  renderIssues
} from "./chunk-7O3YJNJG.js";
import "./chunk-H3FF2RGQ.js";
import "./chunk-HU2CD3QW.js";
import "./chunk-Q7GH57CB.js";
import "./chunk-XR53GZEW.js";
import "./chunk-RNRZHEU7.js";
import "./chunk-457D4EUQ.js";
import "./chunk-B4CW4QRU.js";
import "./chunk-JEDR5GJU.js";
import "./chunk-B352537M.js";
import "./chunk-JHW4SND7.js";
import "./chunk-D753NKHP.js";
import "./chunk-A3SLCI4C.js";
import "./chunk-ZLLVWJAM.js";
import "./chunk-2TOVJSTJ.js";
import "./chunk-GCV36XLM.js";
import "./chunk-NFQGUP3O.js";
import "./chunk-5YB5ZHND.js";
import "./chunk-WKKYXOXW.js";
import "./chunk-XW65F56M.js";
import "./chunk-SSNSFCKQ.js";
import "./chunk-Q6SUR2IB.js";
import "./chunk-EVO6VOKN.js";
import "./chunk-NE3VJX42.js";
import "./chunk-B3YCOJUD.js";
import "./chunk-CNZLAFSP.js";
import "./chunk-M3TBPBE2.js";
import "./chunk-NSEIX5CG.js";
import "./chunk-V5SBQFRO.js";
import "./chunk-7GDODETR.js";
import "./chunk-36QIXGWF.js";
import "./chunk-6YJF3WAO.js";
import "./chunk-QC36IMXK.js";
import "./chunk-BRFOQZPS.js";
import "./chunk-IW22IME3.js";
import "./chunk-6NJWPGFM.js";
import {
  GateError,
  messageOf
} from "./chunk-WYDHRVNK.js";
import "./chunk-5PVW3TJC.js";

// src/workspace/read-shard-files.ts
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
var MOST_BYTES = 4e8;
var RESULTS = "results.json";
async function readShardFiles(cwd, named) {
  const files = /* @__PURE__ */ new Map();
  for (const name of named) {
    const paths = await listFiles(cwd, name);
    if (paths.length === 0) throw unreadable(name, `it holds neither ${RESULTS} nor another .json file`);
    for (const path of paths) {
      const real = await realpath(resolve(cwd, path)).catch((thrown) => Promise.reject(unreadable(path, messageOf(thrown))));
      if (!files.has(real)) files.set(real, { name: path, text: await read(cwd, path) });
    }
  }
  return [...files.values()];
}
async function listFiles(cwd, name) {
  if (!await isFolder(cwd, name)) return [name];
  const own = await listFolder(cwd, name);
  if (own.includes(RESULTS)) return [join(name, RESULTS)];
  const below = await Promise.all(
    own.map(async (entry) => {
      const path = join(name, entry);
      if (!await isFolder(cwd, path)) return entry.endsWith(".json") ? [path] : [];
      const inside = (await listFolder(cwd, path)).filter((file) => file.endsWith(".json"));
      return (inside.includes(RESULTS) ? [RESULTS] : inside).map((file) => join(path, file));
    })
  );
  return below.flat();
}
async function listFolder(cwd, name) {
  try {
    return (await readdir(resolve(cwd, name))).sort();
  } catch (thrown) {
    throw unreadable(name, messageOf(thrown));
  }
}
async function isFolder(cwd, name) {
  try {
    return (await stat(resolve(cwd, name))).isDirectory();
  } catch (thrown) {
    throw unreadable(name, messageOf(thrown));
  }
}
async function read(cwd, name) {
  try {
    const { size } = await stat(resolve(cwd, name));
    if (size > MOST_BYTES) throw new Error(`it has more than ${MOST_BYTES / 1e6} MB`);
    return await readFile(resolve(cwd, name), "utf8");
  } catch (thrown) {
    throw unreadable(name, messageOf(thrown));
  }
}
function unreadable(name, why) {
  return new GateError("LOAD_GATE_FILE_UNREADABLE", `${name} cannot be read: ${why}`, {
    hint: "name what each shard has left: its folder of reports, its results.json, or a folder of these"
  });
}

// src/command-merge.ts
async function mergeOnTerminal(request, { refuse, masking }) {
  const out = request.json ? process.stderr : process.stdout;
  const paint = choosePaint(out.isTTY, process.env);
  const log = new RunLog();
  const began = performance.now();
  const say = (text) => {
    const shown = masking.mask(text);
    log.add(performance.now() - began, shown);
    if (!request.quiet) out.write(`${shown}
`);
  };
  const cwd = process.cwd();
  const result = await mergeShards(request, await readShardFiles(cwd, request.results), {
    env: process.env,
    cwd,
    attempt: void 0,
    onIssues: (issues) => {
      if (issues.length > 0) say(renderIssues(issues, paint).trimEnd());
    },
    onNote: say,
    log: () => log.text()
  });
  if (result.kind === "issues") return refuse(result.issues);
  const final = renderFinal(result.report, { width: out.columns ?? 100, paint, reportPath: result.reportPath });
  out.write(`${request.quiet ? "" : "\n"}${final}`);
  if (request.json) process.stdout.write(result.files.get("results.json") ?? "");
  return result.outcome;
}
export {
  mergeOnTerminal
};
