import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/baseline/branch/build-git-environment.ts
var REACHING = /^(?:(?:http|credential|url|protocol|ssh)\.|core\.(?:sshcommand|gitproxy|askpass)$)/;
var OF_REMOTE = /* @__PURE__ */ new Set(["url", "pushurl", "proxy", "proxyauthmethod", "uploadpack", "receivepack", "vcs", "serveroption"]);
function chooseConfig(listing, remote) {
  const prefix = `remote.${remote}.`;
  return listing.split("\0").filter((line) => line !== "").map((line) => {
    const end = line.indexOf("\n");
    return end < 0 ? [line, void 0] : [line.slice(0, end), line.slice(end + 1)];
  }).filter(([key]) => key.startsWith(prefix) ? OF_REMOTE.has(key.slice(prefix.length)) : REACHING.test(key));
}
function listSecrets(entries) {
  return entries.flatMap(([key, value = ""]) => {
    if (/\.extraheader$/i.test(key)) return [value, ...value.split(/[\s:]+/).filter((word) => word.length >= 8)];
    const user = /:\/\/([^/]*)@/.exec(key)?.[1] ?? /:\/\/([^/]*)@/.exec(value)?.[1];
    return user === void 0 || !user.includes(":") && user.length < 8 ? [] : [user, ...user.split(":").filter((word) => word.length >= 8)];
  });
}
function maskAddresses(text) {
  return text.replace(/([a-z][a-z0-9+.-]*:\/\/)[^/\s'"]*@/gi, "$1***@");
}
var FIXED = [
  ["core.hooksPath", "/dev/null"],
  ["gc.auto", "0"],
  ["maintenance.auto", "false"],
  ["push.gpgSign", "false"],
  ["push.followTags", "false"],
  ["push.recurseSubmodules", "no"],
  ["fetch.recurseSubmodules", "no"],
  ["fetch.writeCommitGraph", "false"],
  ["advice.pushUpdateRejected", "false"]
];
function buildGitEnvironment(env) {
  const leads = /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|PREFIX|SHALLOW_FILE|GRAFT_FILE|REPLACE_REF_BASE|IMPLICIT_WORK_TREE|CONFIG|QUARANTINE_PATH|LITERAL_PATHSPECS|TRACE.*|CURL_VERBOSE)$/;
  const kept = Object.entries(env).filter(([name]) => !leads.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: "C", LANGUAGE: "", GIT_TERMINAL_PROMPT: "0", GCM_INTERACTIVE: "never" };
}
function addGitConfig(env, gitDir, entries) {
  const before = Number(env["GIT_CONFIG_COUNT"] ?? 0) || 0;
  const all = [...entries, ...FIXED];
  const config = all.flatMap(([key, value = "true"], index) => [
    [`GIT_CONFIG_KEY_${before + index}`, key],
    [`GIT_CONFIG_VALUE_${before + index}`, value]
  ]);
  return { ...env, ...Object.fromEntries(config), GIT_CONFIG_COUNT: String(before + all.length), GIT_DIR: gitDir };
}

// src/baseline/branch/run-git.ts
import { execFile } from "node:child_process";
var LONGEST_MS = 12e4;
function runGit(place, args, { input, mostBytes = 16e6, env } = {}) {
  const { promise, resolve, reject } = Promise.withResolvers();
  const options = {
    cwd: place.cwd,
    env: { ...place.env, ...env },
    encoding: "buffer",
    maxBuffer: mostBytes,
    timeout: LONGEST_MS,
    killSignal: "SIGKILL"
  };
  const child = execFile("git", [...args], options, (error, stdout, stderr) => {
    if (error === null) return resolve({ code: 0, stdout, stderr: stderr.toString() });
    if (typeof error.code === "number") return resolve({ code: error.code, stdout, stderr: stderr.toString() });
    if (error.killed === true) {
      return resolve({ code: void 0, stdout, stderr: `${stderr.toString()}
git was ended: it took too long or wrote too much` });
    }
    if (error.signal) return resolve({ code: void 0, stdout, stderr: `${stderr.toString()}
git was ended by ${error.signal}` });
    if (String(error.code) === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER") {
      return resolve({ code: void 0, stdout, stderr: "git wrote too much" });
    }
    return reject(new Error(`git cannot be started (${error.code ?? "no code"})`));
  });
  child.stdin?.on("error", () => void 0);
  child.stdin?.end(input ?? "");
  return promise;
}

export {
  chooseConfig,
  listSecrets,
  maskAddresses,
  buildGitEnvironment,
  addGitConfig,
  runGit
};
