import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  parseArgv
} from "./chunk-EF35MSA5.js";
import "./chunk-SOBLQ3OW.js";
import "./chunk-UJR7YCJD.js";
import "./chunk-3GHHVNTZ.js";
import "./chunk-54YPKBCZ.js";
import "./chunk-6KYQQO5W.js";
import "./chunk-H3FF2RGQ.js";
import "./chunk-WKKYXOXW.js";
import "./chunk-BRFOQZPS.js";
import {
  demoDials,
  findSystem,
  isServerMessage
} from "./chunk-SK4GNDHF.js";
import "./chunk-6NJWPGFM.js";
import "./chunk-5PVW3TJC.js";

// src/demo/open-demo.ts
import { fileURLToPath } from "node:url";

// src/demo/server-link.ts
import { fork } from "node:child_process";
var KEPT_STDERR_CHARS = 4e3;
var ServerLink = class {
  #child;
  #waiting = /* @__PURE__ */ new Map();
  #ended = Promise.withResolvers();
  #nextId = 0;
  #stderr = "";
  #endedBecause;
  #lastCounts;
  constructor(entry) {
    this.#child = fork(entry, [], { execArgv: [], stdio: ["ignore", "ignore", "pipe", "ipc"] });
    this.#child.stderr?.setEncoding("utf8").on("data", (text) => {
      this.#stderr = (this.#stderr + text).slice(-KEPT_STDERR_CHARS);
    });
    this.#child.on("message", (message) => {
      if (isServerMessage(message)) this.#receive(message);
    });
    this.#child.once("error", (error) => this.#end(`cannot be started: ${error.message}`));
    this.#child.once("close", (code, signal) => {
      const end = () => this.#end(`has ended (${signal ?? `exit ${code}`})${this.#stderr ? `: ${this.#stderr.trim()}` : ""}`);
      if (this.#child.connected) this.#child.once("disconnect", end);
      else end();
    });
  }
  get pid() {
    return this.#child.pid ?? 0;
  }
  /** What the server had counted when it died of its `die` dial. */
  get lastCounts() {
    return this.#lastCounts;
  }
  /** Resolves when the process has ended, however. */
  get ended() {
    return this.#ended.promise;
  }
  /** Rejects with a TypeError when the server refuses its dials, with an Error when there is no server. */
  async start(request) {
    const message = await this.#send(0, request);
    if (message.say === "failed") throw new TypeError(message.message);
    if (message.say !== "listening") throw new Error("The staging server did not say where it listens");
    return message;
  }
  /** Rejects when the process ends before it has answered. */
  async ask(question) {
    const id = ++this.#nextId;
    const message = await this.#send(id, { ...question, id });
    if (message.say !== "answer") throw new Error("The staging server did not answer");
    return message;
  }
  stop() {
    if (this.#endedBecause === void 0) this.#child.kill("SIGKILL");
    return this.ended;
  }
  #send(id, message) {
    return new Promise((resolve, reject) => {
      if (this.#endedBecause !== void 0 || !this.#child.connected) {
        reject(new Error(this.#endedBecause ?? "The staging server has ended"));
        return;
      }
      this.#waiting.set(id, { resolve, reject });
      this.#child.send(message, (error) => {
        if (error && this.#waiting.delete(id)) reject(error);
      });
    });
  }
  #receive(message) {
    if (message.say === "died") {
      this.#lastCounts = message.counts;
      return;
    }
    const id = message.say === "answer" ? message.id : 0;
    this.#waiting.get(id)?.resolve(message);
    this.#waiting.delete(id);
  }
  #end(reason) {
    this.#endedBecause ??= `The staging server ${reason}`;
    for (const { reject } of this.#waiting.values()) reject(new Error(this.#endedBecause));
    this.#waiting.clear();
    this.#ended.resolve();
  }
};

// src/demo/spawn-staging-server.ts
function stagingServerEntry(runningFile = import.meta.url) {
  return new URL(runningFile.endsWith(".ts") ? "./serve.ts" : "./staging-server.js", runningFile);
}
async function spawnStagingServer(dials, entry = stagingServerEntry()) {
  const link = new ServerLink(entry);
  const { url, port } = await link.start({ ask: "start", dials }).catch(async (error) => {
    await link.stop();
    throw error;
  });
  return {
    url,
    port,
    pid: link.pid,
    counts: async () => {
      const counts = link.lastCounts ?? (await link.ask({ ask: "counts" })).counts;
      if (counts === void 0) throw new Error("The staging server gave no counts");
      return counts;
    },
    truth: async (route) => (await link.ask({ ask: "truth", route })).truth,
    setDials: async (next) => {
      const { problem } = await link.ask({ ask: "setDials", dials: next });
      if (problem !== void 0) throw new TypeError(problem);
    },
    reset: async () => {
      await link.ask({ ask: "reset" });
    },
    ended: link.ended,
    stop: () => link.stop()
  };
}

// src/demo/open-demo.ts
var SMALL = { COOLDOWN: "1s" };
async function openDemo(name) {
  const system = name === void 0 ? void 0 : findSystem(name);
  if (name !== void 0 && system === void 0) throw new Error(`the staging server cannot play ${name}`);
  const own = import.meta.url;
  const folder = new URL(own.endsWith(".ts") ? "../../sla/" : "../sla/", own);
  const scenario = fileURLToPath(new URL(`${system?.name ?? "demo"}/load-gate.yaml`, folder));
  const server = await spawnStagingServer(system?.dials ?? demoDials);
  const [flags, env] = system ? [["--profile", "local"], SMALL] : [[], {}];
  return { url: server.url, scenario, flags, env, stop: () => server.stop() };
}

// src/command-demo.ts
async function runDemo(request, { run }) {
  const opened = await openDemo(request.system);
  try {
    const { csvPrefix, json, out, quiet } = request;
    const prefix = csvPrefix === void 0 ? [] : [`--csv-prefix=${csvPrefix}`];
    const flags = [...opened.flags, ...prefix, ...quiet ? ["--quiet"] : [], ...json ? ["--json"] : []];
    const parsed = parseArgv(["run", opened.scenario, "--target", opened.url, "--out", out, ...flags]);
    if (!parsed.ok || parsed.value.command !== "run") throw new Error("the demo asks for something that the options refuse");
    return await run(parsed.value, opened.env);
  } finally {
    await opened.stop();
  }
}
export {
  runDemo
};
