import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  addGitConfig,
  buildGitEnvironment,
  chooseConfig,
  listSecrets,
  maskAddresses,
  runGit
} from "./chunk-MI6B5HL2.js";
import {
  createStore
} from "./chunk-NFQGUP3O.js";
import {
  isFolderName,
  nameFolder,
  parseFileName,
  parseFolderName
} from "./chunk-5YB5ZHND.js";
import "./chunk-WKKYXOXW.js";
import "./chunk-XW65F56M.js";
import "./chunk-NE3VJX42.js";
import "./chunk-B3YCOJUD.js";
import {
  createMasker
} from "./chunk-IIID24TU.js";
import "./chunk-QC36IMXK.js";
import "./chunk-BRFOQZPS.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";
import {
  GateError,
  messageOf
} from "./chunk-WYDHRVNK.js";
import "./chunk-5PVW3TJC.js";

// src/baseline/branch/branch-repository.ts
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

// src/baseline/branch/explain-git.ts
var REJECTED = /^!\t\S+\t\[rejected\] /m;
var LOCKED = /cannot lock ref|failed to update ref|failed to lock|unable to lock|incorrect old value|reference already exists|\.lock': File exists/i;
var PROTECTED = /GH006|GH013|protected branch|rule violations|hook declined|denying (?:non-fast-forward|ref deletion)/i;
var FORBIDDEN = /returned error: 40[13]|permission to \S+ denied|permission denied|write access to repository not granted|not allowed to push|authentication failed|could not read (?:username|password)|terminal prompts disabled|resource not accessible|insufficient permission/i;
var PASSING = /returned error: (?:5\d\d|429)|HTTP 5\d\d|early EOF|hung up|connection (?:reset|refused|timed out)|could not resolve|operation timed out|RPC failed|took too long|index-pack failed|shallow file has changed|couldn't find remote ref/i;
function classifyTrouble({ stdout, stderr }) {
  const text = `${stdout.toString()}
${stderr}`;
  if (REJECTED.test(text)) return "lost-race";
  if (PROTECTED.test(text)) return "protected";
  if (FORBIDDEN.test(text)) return "forbidden";
  if (LOCKED.test(text)) return "lost-race";
  return PASSING.test(text) ? "passing" : "other";
}
function describeGit({ stdout, stderr, code }, mask) {
  const lines = `${stderr}
${stdout.subarray(0, 4e3).toString()}`.split("\n").map((line) => line.trim()).filter((line) => /^(?:remote:|fatal:|error:|!|git was|git wrote)/.test(line));
  const said = lines.length > 0 ? lines.join(" ") : stderr;
  return cleanText(mask(said), 400) || `git ended with ${code ?? "a signal"}`;
}
function explainPush(trouble, where, said) {
  if (trouble === "forbidden") {
    return new GateError("LOAD_GATE_BASELINE_FORBIDDEN", `the baselines may not be written to ${where}: ${said}`, {
      hint: "give the job `permissions: contents: write`, and let checkout keep its credentials; a pull request from a fork cannot have them"
    });
  }
  const hint = trouble === "protected" ? "a rule or a hook of the repository refuses it: exempt this branch (pruning needs force pushes to it)" : "see what git says above; the run itself was measured";
  return new GateError("LOAD_GATE_BASELINE_UNWRITABLE", `the baselines cannot be written to ${where}: ${said}`, { hint });
}
function explainFetch(where, said) {
  const hint = /dubious ownership/.test(said) ? "the checkout belongs to another user: `git config --global --add safe.directory <its path>`" : "this is not the same as having none: check the remote, the credentials and `permissions: contents: read`";
  return new GateError("LOAD_GATE_BASELINE_UNREADABLE", `the baselines on ${where} cannot be read: ${said}`, { hint });
}

// src/baseline/branch/branch-repository.ts
var TIP = "refs/load-gate/tip";
var BranchRepository = class _BranchRepository {
  where;
  #ref;
  #remote;
  #git;
  #mask;
  #trees = /* @__PURE__ */ new Map();
  constructor(place, git, mask) {
    this.where = describePlace(place);
    this.#ref = `refs/heads/${place.branch}`;
    this.#remote = place.remote;
    this.#git = git;
    this.#mask = mask;
  }
  /** Throws LOAD_GATE_BASELINE_UNREADABLE where there is no repository, no such remote or no git, and LOAD_GATE_USAGE for a name that is none. */
  static async open(place) {
    const where = describePlace(place);
    const own = { cwd: place.cwd, env: buildGitEnvironment(place.env) };
    const ask = async (...args) => {
      const result = await start(own, args, where);
      if (result.code !== 0) throw explainFetch(where, describeGit(result, maskAddresses));
      return result.stdout.toString();
    };
    await checkNames(own, place);
    const top = (await ask("rev-parse", "--show-toplevel")).replace(/\n$/, "");
    const entries = chooseConfig(await ask("config", "--local", "--includes", "--null", "--list"), place.remote);
    if (!entries.some(([key]) => key === `remote.${place.remote}.url`)) {
      throw explainFetch(where, `the repository has no remote "${place.remote}"`);
    }
    const format = (await ask("rev-parse", "--show-object-format")).trim();
    const gitDir = await mkdtemp(join(tmpdir(), "load-gate-baselines-"));
    const hide = createMasker(listSecrets(entries));
    const git = { cwd: top, env: addGitConfig(own.env, gitDir, entries) };
    const repository = new _BranchRepository(place, git, (text) => maskAddresses(hide(text)));
    try {
      await repository.say(["init", "--quiet", "--bare", "--template=", `--object-format=${format}`]);
      return repository;
    } catch (error) {
      await repository.close();
      throw error;
    }
  }
  /** The branch's newest commit, without its history. */
  async fetch() {
    const result = await this.run(["fetch", "--quiet", "--depth=1", "--no-tags", this.#remote, `+${this.#ref}:${TIP}`]);
    if (result.code === 0) return { state: "fetched", tip: (await this.say(["rev-parse", "--verify", `${TIP}^{commit}`])).trim() };
    if (/couldn't find remote ref/.test(result.stderr) && await this.#isAbsent()) return { state: "absent" };
    return { state: "failed", result };
  }
  async #isAbsent() {
    const { code, stdout } = await this.run(["ls-remote", this.#remote, this.#ref]);
    return code === 0 && !stdout.toString().split("\n").some((line) => line.endsWith(`	${this.#ref}`));
  }
  /** The entries of a folder of a commit; '' is the root. A folder that is not there is empty. */
  async readTree(commit, folder) {
    const root = await this.#listTree(commit);
    if (folder === "") return root;
    const entry = root.find(({ name }) => name === folder);
    if (entry === void 0) return [];
    if (entry.type !== "tree") throw explainFetch(this.where, `${folder} is not a folder`);
    return this.#listTree(entry.oid);
  }
  /** What an object id names never changes, so it is read once: the time between fetch and push decides races. */
  async #listTree(oid) {
    const known = this.#trees.get(oid);
    if (known !== void 0) return known;
    const entries = parseTree(await this.say(["ls-tree", "-z", "-l", oid]));
    this.#trees.set(oid, entries);
    return entries;
  }
  /** Pushes a commit to the branch. `lease` names the tip that a forced push replaces. */
  async push(commit, lease) {
    const force = lease === void 0 ? [] : [`--force-with-lease=${this.#ref}:${lease}`];
    const result = await this.run(["push", "--no-verify", "--porcelain", ...force, this.#remote, `${commit}:${this.#ref}`]);
    if (result.code !== 0) return { state: "failed", result };
    return { state: /^=\t/m.test(result.stdout.toString()) ? "there" : "pushed" };
  }
  /** Runs git, and throws what it says unless it ends well. For calls that touch nothing but our own repository. */
  async say(args, call) {
    const result = await this.run(args, call);
    if (result.code === 0) return result.stdout.toString();
    throw explainFetch(this.where, this.describe(result));
  }
  /** Runs git in our own repository. */
  run(args, call) {
    return start(this.#git, args, this.where, call);
  }
  /** What git said, without credentials. */
  describe(result) {
    return describeGit(result, this.#mask);
  }
  async close() {
    await rm(this.#git.env["GIT_DIR"] ?? "", { recursive: true, force: true });
  }
};
async function checkNames(git, place) {
  const { remote, branch } = place;
  const { code } = await start(git, ["check-ref-format", `refs/heads/${branch}`], describePlace(place));
  if (code === 0 && !branch.startsWith("-") && /^[^-\s]/.test(remote)) return;
  throw new GateError("LOAD_GATE_USAGE", `${describePlace(place)}: that is not a name of a branch and a remote`, {
    hint: "name a branch such as load-gate-baselines, and a remote such as origin"
  });
}
async function start(place, args, where, call) {
  try {
    return await runGit(place, args, call);
  } catch (thrown) {
    throw explainFetch(where, messageOf(thrown));
  }
}
function describePlace({ remote, branch }) {
  return `the branch ${branch} of ${remote}`;
}
function parseTree(listing) {
  return listing.split("\0").flatMap((line) => {
    const [, mode, type, oid, bytes, name] = /^(\d+) (\w+) ([0-9a-f]+) +(\d+|-)\t([\s\S]+)$/.exec(line) ?? [];
    if (mode === void 0 || type === void 0 || oid === void 0 || name === void 0) return [];
    return [{ mode, type, oid, bytes: bytes === "-" ? void 0 : Number(bytes), name }];
  });
}

// src/baseline/branch/read-blobs.ts
var MOST_BATCH_BYTES = 32e6;
async function* readBlobs(repository, entries) {
  let batch = [];
  let bytes = 0;
  for (const entry of entries) {
    if (batch.length > 0 && bytes + (entry.bytes ?? 0) > MOST_BATCH_BYTES) {
      yield* await readBatch(repository, batch);
      [batch, bytes] = [[], 0];
    }
    batch.push(entry);
    bytes += entry.bytes ?? 0;
  }
  if (batch.length > 0) yield* await readBatch(repository, batch);
}
async function readBatch(repository, entries) {
  const input = new TextEncoder().encode(entries.map(({ oid }) => `${oid}
`).join(""));
  const result = await repository.run(["cat-file", "--batch"], { input, mostBytes: 2 * MOST_BATCH_BYTES });
  let rest = result.stdout;
  return entries.map(({ name, oid }) => {
    const end = rest.indexOf(10);
    const [found, type, bytes] = rest.subarray(0, Math.max(0, end)).toString().split(" ");
    const size = Number(bytes);
    const after = end + 1 + size + 1;
    if (result.code !== 0 || found !== oid || type !== "blob" || !Number.isSafeInteger(size) || after > rest.length) {
      rest = rest.subarray(end + 1);
      return { state: "failed", name, kind: "unreadable", reason: `git cannot read it: ${repository.describe(result)}` };
    }
    const content = rest.subarray(end + 1, end + 1 + size);
    rest = rest.subarray(after);
    return { state: "read", name, content };
  });
}

// src/baseline/branch/write-tree.ts
var README = "README.md";
var README_TEXT = `# load-gate baselines

Runs that load-gate compares with, one file for each, written by the workflows of this repository. Nothing here is merged or deployed.
Deleting this branch forgets the history; \`load-gate baseline\` shows and prunes it.
`;
async function writeTree(repository, tip, change) {
  const root = tip === void 0 ? [await writeReadme(repository)] : await repository.readTree(tip, "");
  const stranger = root.find(({ type, name }) => !(type === "tree" ? isFolderName(name) : type === "blob" && name === README));
  if (stranger !== void 0) {
    throw new GateError("LOAD_GATE_USAGE", `${repository.where} holds "${cleanText(stranger.name, 60)}", which is no baseline`, {
      hint: "choose a branch of its own for baselines: nothing else may live on it"
    });
  }
  const before = tip === void 0 ? [] : await repository.readTree(tip, change.folder);
  const put = [...change.put].map(([name, oid2]) => ({ mode: "100644", type: "blob", oid: oid2, bytes: void 0, name }));
  const after = [...before.filter(({ name }) => !change.take.has(name) && !change.put.has(name)), ...put];
  const others = root.filter(({ name }) => name !== change.folder);
  if (after.length === 0) return makeTree(repository, others);
  const oid = await makeTree(repository, after);
  return makeTree(repository, [...others, { mode: "040000", type: "tree", oid, bytes: void 0, name: change.folder }]);
}
async function writeBlob(repository, content) {
  return (await repository.say(["hash-object", "-w", "--stdin", "--no-filters"], { input: content })).trim();
}
async function writeReadme(repository) {
  const oid = await writeBlob(repository, new TextEncoder().encode(README_TEXT));
  return { mode: "100644", type: "blob", oid, bytes: void 0, name: README };
}
async function makeTree(repository, entries) {
  const lines = entries.map(({ mode, type, oid, name }) => `${mode} ${type} ${oid}	${name}\0`).join("");
  return (await repository.say(["mktree", "-z"], { input: new TextEncoder().encode(lines) })).trim();
}

// src/baseline/branch/open-branch-store.ts
var DEFAULT_BRANCH = "load-gate-baselines";
var MOST_ATTEMPTS = 60;
var MOST_FETCHES = 4;
var MOST_FOLDERS = 200;
var LONGEST_MS = 3e5;
var FIRST_PAUSE_MS = 100;
var LONGEST_PAUSE_MS = 4e3;
async function openBranchStore(place, key, pace) {
  const repository = await BranchRepository.open(place);
  return createStore(key, new BranchFiles(repository, nameFolder(key), pace));
}
var BranchFiles = class {
  where;
  #repository;
  #folder;
  #pace;
  /** Of the last list. */
  #tip;
  #listed = /* @__PURE__ */ new Map();
  constructor(repository, folder, pace) {
    this.where = repository.where;
    this.#repository = repository;
    this.#folder = folder;
    this.#pace = pace;
  }
  async list() {
    const tip = await this.#fetchTip();
    const entries = tip === void 0 ? [] : await this.#repository.readTree(tip, this.#folder);
    this.#tip = tip;
    this.#listed = new Map(entries.map((entry) => [entry.name, entry]));
    return entries.map(describeEntry);
  }
  async listKeys() {
    const tip = this.#tip;
    if (tip === void 0) return [];
    const folders = (await this.#repository.readTree(tip, "")).filter(({ type }) => type === "tree");
    const keys = [];
    for (const { name } of folders.slice(0, MOST_FOLDERS)) {
      const key = parseFolderName(name);
      if (key === void 0) continue;
      const files = await this.#repository.readTree(tip, name);
      if (files.some((file) => parseFileName(file.name).kind === "run")) keys.push(key);
    }
    return keys;
  }
  async *read(names) {
    yield* readBlobs(
      this.#repository,
      names.flatMap((name) => this.#listed.get(name) ?? [])
    );
  }
  async add(name, content) {
    const oid = await writeBlob(this.#repository, content);
    return this.#retry(async (tip) => {
      const there = tip === void 0 ? void 0 : (await this.#repository.readTree(tip, this.#folder)).find((entry) => entry.name === name);
      if (there !== void 0) return { state: "done", outcome: there.oid === oid ? "present" : "taken" };
      const change = { folder: this.#folder, put: /* @__PURE__ */ new Map([[name, oid]]), take: /* @__PURE__ */ new Set() };
      const parents = tip === void 0 ? [] : ["-p", tip];
      const commit = await this.#commit(await writeTree(this.#repository, tip, change), parents, `Add ${name}`);
      return { state: "push", commit, lease: void 0, outcome: "added", outcomeIfThere: "present" };
    });
  }
  async remove(names) {
    await this.#retry(async (tip) => {
      if (tip === void 0) return { state: "done", outcome: "absent" };
      const change = { folder: this.#folder, put: /* @__PURE__ */ new Map(), take: new Set(names) };
      const tree = await writeTree(this.#repository, tip, change);
      if (tree === (await this.#repository.say(["rev-parse", `${tip}^{tree}`])).trim()) return { state: "done", outcome: "absent" };
      return { state: "push", commit: await this.#commit(tree, [], "Prune"), lease: tip, outcome: "removed", outcomeIfThere: "absent" };
    });
  }
  close() {
    return this.#repository.close();
  }
  async #commit(tree, parents, what) {
    const date = `@${Math.floor(this.#pace.now() / 1e3)} +0000`;
    const input = new TextEncoder().encode(`${what}

[skip ci]
`);
    const names = ["AUTHOR", "COMMITTER"].flatMap((who) => [
      [`GIT_${who}_NAME`, "load-gate"],
      [`GIT_${who}_EMAIL`, "load-gate@noreply.invalid"],
      [`GIT_${who}_DATE`, date]
    ]);
    return (await this.#repository.say(["commit-tree", ...parents, tree], { input, env: Object.fromEntries(names) })).trim();
  }
  /** The branch's tip; undefined when there is no such branch. A remote that stumbles is asked again. */
  async #fetchTip() {
    for (let attempt = 1; ; attempt++) {
      const fetched = await this.#repository.fetch();
      if (fetched.state === "fetched") return fetched.tip;
      if (fetched.state === "absent") return void 0;
      const trouble = classifyTrouble(fetched.result);
      const isPassing = trouble === "passing" || trouble === "lost-race";
      if (!isPassing || attempt === MOST_FETCHES) throw explainFetch(this.where, this.#repository.describe(fetched.result));
      await this.#pause(attempt);
    }
  }
  #pause(attempt) {
    return this.#pace.sleep(this.#pace.chance() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt));
  }
  /** Fetches, builds and pushes until the push is taken: whoever comes second builds again on what the first has written. */
  async #retry(build) {
    const until = this.#pace.now() + LONGEST_MS;
    let said = "";
    let trouble = "other";
    for (let attempt = 0; attempt < MOST_ATTEMPTS && this.#pace.now() < until; attempt++) {
      if (attempt > 0) await this.#pause(attempt);
      const step = await build(await this.#fetchTip());
      if (step.state === "done") return step.outcome;
      const pushed = await this.#repository.push(step.commit, step.lease);
      if (pushed.state === "pushed") return step.outcome;
      if (pushed.state === "there") return step.outcomeIfThere;
      said = this.#repository.describe(pushed.result);
      trouble = classifyTrouble(pushed.result);
      if (trouble !== "lost-race" && trouble !== "passing") break;
    }
    if (trouble !== "lost-race") throw explainPush(trouble, this.where, said);
    throw new GateError(
      "LOAD_GATE_BASELINE_BUSY",
      `the baselines cannot be written to ${this.where}: other writers were always first. ${said}`,
      {
        hint: "run the update again"
      }
    );
  }
};
function describeEntry({ mode, type, bytes, name }) {
  if (type === "blob" && mode.startsWith("100") && bytes !== void 0) return { state: "regular", name, bytes };
  return { state: "strange", name, what: type === "tree" ? "a folder" : type === "commit" ? "a submodule" : "a symbolic link" };
}
export {
  DEFAULT_BRANCH,
  openBranchStore
};
