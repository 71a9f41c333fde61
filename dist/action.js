import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  COMMENT_LIMIT,
  LineLog,
  frameLines,
  hasNews,
  listenForSignals,
  nameAttempt,
  prepareTargets,
  renderMarker,
  renderProgressLine,
  renderShardFinal,
  renderSuiteComment,
  renderSuiteFinal,
  runGates,
  runShard,
  tellInComment
} from "./chunk-H7BOSRCM.js";
import {
  nameAbsence,
  renderSuiteHtml,
  verdictOf
} from "./chunk-ECKKQ7OZ.js";
import {
  catchStrayErrors
} from "./chunk-47VZU5OZ.js";
import {
  explainError
} from "./chunk-LEBFMHEA.js";
import {
  exitCodeFor
} from "./chunk-O7J3BUEA.js";
import {
  buildRequest
} from "./chunk-UJR7YCJD.js";
import {
  OPTIONS
} from "./chunk-3GHHVNTZ.js";
import {
  hashPlan,
  narrowRequest,
  prepareGate,
  resolveScenarios
} from "./chunk-JF6XPDQB.js";
import {
  mergeShards,
  unfit
} from "./chunk-J2OWYJ42.js";
import "./chunk-54YPKBCZ.js";
import "./chunk-IFVUP5D5.js";
import {
  usageIssue
} from "./chunk-6KYQQO5W.js";
import "./chunk-IUP6OBTI.js";
import {
  RunLog,
  SIGNS,
  WORDS,
  dataSeed,
  fitBlocks,
  judgeRun,
  renderFinal,
  renderSummaryMd
} from "./chunk-FG3ZWFYC.js";
import "./chunk-O6M2G4GT.js";
import "./chunk-JZEOROUZ.js";
import {
  describeCheck,
  sortChecks
} from "./chunk-4OKLBAXO.js";
import {
  paintPlain
} from "./chunk-Q4F5AXB4.js";
import "./chunk-JSR3KTVL.js";
import "./chunk-SIO4AA7A.js";
import {
  compareValues
} from "./chunk-EW3JHPTR.js";
import "./chunk-XFBL2BYX.js";
import "./chunk-Q7O4VZSC.js";
import {
  isFileIssue,
  renderIssues
} from "./chunk-7O3YJNJG.js";
import "./chunk-H3FF2RGQ.js";
import "./chunk-HU2CD3QW.js";
import {
  explainFar,
  explainOver,
  resolveStart
} from "./chunk-PKM3PKZK.js";
import "./chunk-Q7GH57CB.js";
import {
  escapeMarkdown
} from "./chunk-XR53GZEW.js";
import {
  listRegressed
} from "./chunk-RNRZHEU7.js";
import {
  changeBaseline
} from "./chunk-SE26ZCXL.js";
import "./chunk-E2SHFU6X.js";
import "./chunk-457D4EUQ.js";
import "./chunk-B4CW4QRU.js";
import "./chunk-JEDR5GJU.js";
import "./chunk-B352537M.js";
import {
  isInside
} from "./chunk-JHW4SND7.js";
import "./chunk-D753NKHP.js";
import "./chunk-WE3RHMA4.js";
import {
  describeRow
} from "./chunk-A3SLCI4C.js";
import "./chunk-ZLLVWJAM.js";
import "./chunk-2TOVJSTJ.js";
import "./chunk-GCV36XLM.js";
import "./chunk-NFQGUP3O.js";
import {
  parseResults
} from "./chunk-5YB5ZHND.js";
import {
  explainPart,
  nameShard
} from "./chunk-WKKYXOXW.js";
import "./chunk-XW65F56M.js";
import "./chunk-3VIWAPV4.js";
import "./chunk-SSNSFCKQ.js";
import "./chunk-Q6SUR2IB.js";
import "./chunk-EVO6VOKN.js";
import {
  count,
  list,
  nullable,
  object,
  text,
  truth
} from "./chunk-NE3VJX42.js";
import "./chunk-B3YCOJUD.js";
import "./chunk-2GSS2K66.js";
import "./chunk-62LH7HJX.js";
import "./chunk-CNZLAFSP.js";
import "./chunk-ZBZHH72O.js";
import "./chunk-M3TBPBE2.js";
import "./chunk-NSEIX5CG.js";
import "./chunk-V5SBQFRO.js";
import "./chunk-7GDODETR.js";
import "./chunk-36QIXGWF.js";
import "./chunk-6YJF3WAO.js";
import {
  Masking
} from "./chunk-IIID24TU.js";
import "./chunk-QC36IMXK.js";
import {
  formatDuration
} from "./chunk-BRFOQZPS.js";
import "./chunk-MFS6CBON.js";
import "./chunk-IW22IME3.js";
import {
  UnreadableAnswer,
  classifyProblem,
  maskSecrets,
  openClient,
  readField,
  readId,
  readList,
  readSha,
  readText,
  waitBeforeRetry
} from "./chunk-KAD2GKFG.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";
import {
  GateError,
  messageOf
} from "./chunk-WYDHRVNK.js";
import "./chunk-MLCRLLSN.js";
import {
  __callDispose,
  __using
} from "./chunk-5PVW3TJC.js";

// src/action-publish.ts
import { once } from "node:events";
import { setTimeout as sleep3 } from "node:timers/promises";

// src/github/defuse-commands.ts
function defuseCommands(text2) {
  return text2.replace(/(^|[\r\n])((?:[^\S\r\n]|\u0085)*):(?=:)/g, "$1$2: ").replaceAll("##[", "## [");
}

// src/action-log.ts
var LOG_WIDTH = 120;
var ActionLog = class {
  #began = performance.now();
  #run = new RunLog();
  /** Takes what must not be shown out of a text; does nothing before the secrets are known. */
  #masking = new Masking();
  /** Hides these from everything that is printed from now on, here and by the runner. */
  async hide(secrets) {
    this.#masking.add(secrets);
    await maskSecrets(secrets);
  }
  /** The text as it may be shown. */
  mask(text2) {
    return this.#masking.mask(text2);
  }
  /** A line of the log alone. */
  print(text2) {
    process.stdout.write(`${defuseCommands(this.mask(text2))}
`);
  }
  /** A line of the log and of run.log. */
  say(text2) {
    this.note(text2);
    this.print(text2);
  }
  /** A line of run.log alone. */
  note(text2) {
    this.#run.add(performance.now() - this.#began, this.mask(text2));
  }
  /** run.log so far. */
  text() {
    return this.#run.text();
  }
};

// src/github/explain-api-error.ts
function explainApiError(problem, { what, permission }) {
  const subject = `${what.charAt(0).toUpperCase()}${what.slice(1)}`;
  switch (problem.kind) {
    case "rate-limited": {
      const wait = problem.waitMs === void 0 ? "" : ` for ${formatDuration(Math.max(1e3, problem.waitMs))}`;
      return `${subject}: GitHub's rate limit is used up${wait}; run the job again later, or give it a \`github-token\` of its own.`;
    }
    case "trouble":
      return `${subject}: GitHub has trouble (${problem.status}); run the job again later.`;
    case "too-slow":
      return `${subject}: GitHub did not answer in time; run the job again later.`;
    case "unreachable":
      return `${subject}: GitHub could not be reached (${problem.says}); check the network and proxy of the runner.`;
    case "refused":
      return `${subject}: ${explainRefusal(problem.status, problem.says, permission)}.`;
  }
}
function explainRefusal(status, says, permission) {
  const grant = `give the job \`permissions: ${permission}\``;
  if (/\blocked\b/i.test(says)) return `the conversation is locked (${status}); unlock it, or set \`comment: never\``;
  switch (status) {
    case 401:
      return "GitHub does not know the token (401), which is wrong, expired or of a job that has ended; check `github-token`";
    case 403:
      return /not accessible by/i.test(says) ? `the token may not do that (403); ${grant}` : `GitHub forbids it (403: ${says}); ${grant}`;
    case 404:
      return `GitHub does not find it, or the token may not see it (404); ${grant}`;
    case 410:
      return `it is gone, or comments are turned off (410); set \`comment: never\``;
    case 422:
      return `GitHub refuses the content (422: ${says}); the job summary has all of it`;
    default:
      return `GitHub refuses it (${status}: ${says}); ${grant}`;
  }
}

// src/github/find-change.ts
async function findChange(client, repository, sha) {
  const { owner, name } = repository;
  const { data } = await client.call("GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls", {
    owner,
    repo: name,
    commit_sha: sha,
    per_page: 100
  });
  const pulls = listOpen(data, repository).filter((pull2) => pull2.sha === sha);
  const [pull] = pulls.toSorted(
    (left, right) => Number(isOwn(right, repository)) - Number(isOwn(left, repository)) || left.number - right.number
  );
  return pull ? { kind: "found", pull: { number: pull.number, headSha: sha, baseBranch: pull.baseBranch } } : { kind: "none", why: `no open pull request has ${sha.slice(0, 7)} as its newest commit` };
}
async function findChangeOfRun(client, repository, runId) {
  const at = { owner: repository.owner, repo: repository.name };
  const { data: run } = await client.call("GET /repos/{owner}/{repo}/actions/runs/{run_id}", { ...at, run_id: runId });
  if (readField(run, "event") !== "pull_request") return none(runId, "was not made for a pull request");
  const sha = readSha(run, "head_sha");
  const headId = readId(run, "head_repository", "id");
  const owner = readText(run, "head_repository", "owner", "login");
  const branch = readText(run, "head_branch");
  if (sha === void 0 || headId === void 0 || owner === void 0 || branch === void 0)
    return none(runId, "is of a repository that is gone");
  const { data } = await client.call("GET /repos/{owner}/{repo}/pulls", {
    ...at,
    state: "open",
    head: `${owner}:${branch}`,
    per_page: 100
  });
  const pulls = listOpen(data, repository).filter((pull2) => pull2.headRepositoryId === headId && pull2.headBranch === branch);
  const [pull] = pulls.toSorted((left, right) => Number(right.sha === sha) - Number(left.sha === sha) || left.number - right.number);
  if (!pull) return none(runId, "has no open pull request");
  return { kind: "found", pull: { number: pull.number, headSha: sha, baseBranch: pull.baseBranch } };
}
function none(runId, why) {
  return { kind: "none", why: `the run ${runId} ${why}` };
}
function isOwn({ headRepositoryId }, { id }) {
  return headRepositoryId !== void 0 && headRepositoryId === id;
}
function listOpen(data, { id }) {
  return readList(data).flatMap((item) => {
    const number = readId(item, "number");
    const sha = readSha(item, "head", "sha");
    const isHere = id === void 0 || readId(item, "base", "repo", "id") === id;
    if (number === void 0 || sha === void 0 || !isHere || readField(item, "state") !== "open") return [];
    return [
      {
        number,
        sha,
        baseBranch: readText(item, "base", "ref"),
        headRepositoryId: readId(item, "head", "repo", "id"),
        headBranch: readText(item, "head", "ref")
      }
    ];
  });
}

// src/github/publish-comment.ts
import { setTimeout as sleep } from "node:timers/promises";

// src/github/find-comments.ts
var PER_PAGE = 100;
var MOST_PAGES = 50;
async function findComments(client, thread, marker) {
  const marked = [];
  for (let page = 1, isLast = false; !isLast && page <= MOST_PAGES; page++) {
    const { data, headers } = await client.call("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
      ...thread,
      per_page: PER_PAGE,
      page
    });
    const items = readList(data);
    marked.push(...items.flatMap((item) => readMarked(item, marker)));
    isLast = items.length < PER_PAGE && !/;\s*rel="next"/.test(readText(headers, "link") ?? "");
  }
  if (marked.length === 0) return [];
  const self = await readSelf(client);
  return marked.filter(({ author, isBot }) => self === void 0 ? isBot : author === self).toSorted((left, right) => left.id - right.id).map(({ id, url }) => ({ id, url }));
}
function readMarked(item, marker) {
  const id = readId(item, "id");
  const body = readField(item, "body");
  const author = readText(item, "user", "login");
  if (id === void 0 || author === void 0 || typeof body !== "string" || body.split(/\r?\n/, 1)[0] !== marker) return [];
  return [{ id, url: readUrl(item), author, isBot: readField(item, "user", "type") === "Bot" }];
}
function readUrl(item) {
  const url = readText(item, "html_url");
  return url !== void 0 && /^https?:\/\/[^\s<>"'`]+$/.test(url) ? url : void 0;
}
async function readSelf(client) {
  try {
    const { data } = await client.call("GET /user", {});
    return readText(data, "login");
  } catch (thrown) {
    const problem = classifyProblem(thrown, 0);
    if (problem.kind === "refused" && [401, 403, 404].includes(problem.status)) return void 0;
    throw thrown;
  }
}

// src/github/publish-comment.ts
var ATTEMPT = { what: "the comment on the pull request was not written", permission: "pull-requests: write" };
var COMMENT = "/repos/{owner}/{repo}/issues/comments/{comment_id}";
var MOST_DUPLICATES = 10;
var PAUSE_MS = 1e3;
async function publishComment(client, input, pauseMs = PAUSE_MS) {
  try {
    return await publish(client, input, pauseMs);
  } catch (thrown) {
    return { kind: "refused", sentence: explainApiError(classifyProblem(thrown, Date.now()), ATTEMPT) };
  }
}
async function publish(client, input, pauseMs) {
  const { repository, pull, marker } = input;
  const thread = { owner: repository.owner, repo: repository.name, issue_number: pull.number };
  const moved = await findMove(client, thread, pull.headSha);
  if (moved !== void 0) return { kind: "not-needed", sentence: moved };
  const [oldest, ...others] = await findComments(client, thread, marker);
  if (oldest) return update(client, input, { oldest, others });
  if (input.policy === "auto" && !input.hasNews)
    return { kind: "not-needed", sentence: "No comment on the pull request: a first run without news needs none." };
  return create(client, { input, thread, pauseMs });
}
async function findMove(client, { owner, repo, issue_number }, ours) {
  if (ours === void 0) return void 0;
  const { data } = await client.call("GET /repos/{owner}/{repo}/pulls/{pull_number}", { owner, repo, pull_number: issue_number });
  const head = readSha(data, "head", "sha");
  if (head === void 0) throw new UnreadableAnswer();
  if (head === ours) return void 0;
  return `No comment on the pull request: it has moved on to ${head.slice(0, 7)}, and this run measured ${ours.slice(0, 7)}.`;
}
async function create(client, { input, thread, pauseMs }) {
  try {
    return await settle(client, { input, thread }, await post(client, input, thread));
  } catch (thrown) {
    const waitMs = waitBeforeRetry(classifyProblem(thrown, Date.now()), 1, pauseMs);
    if (waitMs === void 0 || waitMs >= client.remainingMs()) throw thrown;
    await sleep(waitMs);
    const [oldest, ...others] = await findComments(client, thread, input.marker);
    if (oldest) return update(client, input, { oldest, others });
    return tellPosted(input, await post(client, input, thread));
  }
}
async function settle(client, { input, thread }, created) {
  let found2 = [];
  try {
    found2 = await findComments(client, thread, input.marker);
  } catch {
  }
  const all = [...found2.filter(({ id }) => id !== created.id), created].toSorted((left, right) => left.id - right.id);
  const [oldest = created, ...others] = all;
  if (oldest.id !== created.id) return update(client, input, { oldest, others });
  await removeAll(client, input, others);
  return tellPosted(input, created);
}
function tellPosted({ pull }, comment3) {
  return { kind: "posted", url: comment3.url, sentence: `Commented on pull request ${pull.number}.` };
}
async function post(client, { markdown }, thread) {
  const { data } = await client.call("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", { ...thread, body: markdown });
  const id = readId(data, "id");
  if (id === void 0) throw new UnreadableAnswer();
  return { id, url: readUrl(data) };
}
async function update(client, input, { oldest, others }) {
  const { owner, name } = input.repository;
  const { data } = await client.call(`PATCH ${COMMENT}`, { owner, repo: name, comment_id: oldest.id, body: input.markdown });
  if (readId(data, "id") !== oldest.id) throw new UnreadableAnswer();
  await removeAll(client, input, others);
  return {
    kind: "updated",
    url: readUrl(data) ?? oldest.url,
    sentence: `Updated the comment on pull request ${input.pull.number}.`
  };
}
async function removeAll(client, { repository }, comments) {
  for (const { id } of comments.slice(0, MOST_DUPLICATES)) {
    try {
      await client.call(`DELETE ${COMMENT}`, { owner: repository.owner, repo: repository.name, comment_id: id });
    } catch {
    }
  }
}

// src/github/comment-on-change.ts
var SEARCH = { what: "the pull request was not found", permission: "pull-requests: read" };
async function commentOnChange(text2, request, ports) {
  try {
    const { context, policy, token } = request;
    if (policy === "never") return noNeed("none was asked for");
    if (context.repository === void 0) return noNeed("this is no workflow of GitHub");
    if (request.ofRun === void 0 && context.change.kind === "none") return noNeed(context.change.why);
    if (policy === "auto" && request.ofRun === void 0 && context.tokenReach !== "as-permitted") return explainReach(context.tokenReach);
    if (token === "") return { kind: "refused", sentence: "No comment on the pull request: there is no `github-token`." };
    const client = await openClient(token, ports.env, ports.limits);
    return await comment(client, text2, { ...request, policy, repository: context.repository });
  } catch (thrown) {
    return { kind: "refused", sentence: `No comment on the pull request: ${cleanText(messageOf(thrown))}.` };
  }
}
async function comment(client, text2, ready) {
  const { context, repository, key, reportUrl, note, policy } = ready;
  const change = await resolveChange(client, ready);
  if (typeof change === "string") return { kind: "refused", sentence: change };
  if (change.kind !== "found") return noNeed(change.kind === "none" ? change.why : "it is not known");
  const { pull } = change;
  const commit = ready.ofRun === void 0 ? context.headSha : pull.headSha;
  const runUrl = ready.ofRun === void 0 ? context.runUrl : context.runUrl?.replace(/\/runs\/.*$/, `/runs/${ready.ofRun}`);
  const markdown = text2.renderComment({ key, commit, reportUrl, runUrl, note });
  return publishComment(client, { repository, pull, policy, hasNews: text2.hasNews, marker: renderMarker(key), markdown });
}
async function resolveChange(client, { context, repository, ofRun }) {
  try {
    if (ofRun !== void 0) return await findChangeOfRun(client, repository, ofRun);
    return context.change.kind === "to-find" ? await findChange(client, repository, context.change.sha) : context.change;
  } catch (thrown) {
    return explainApiError(classifyProblem(thrown, Date.now()), SEARCH);
  }
}
function noNeed(why) {
  return { kind: "not-needed", sentence: `No comment on a pull request: ${why}.` };
}
function explainReach(reach) {
  const sentence = reach === "read-only-fork" ? 'No comment on the pull request: it comes from a fork, whose token may only read. The job summary has everything; "Pull requests from forks" in the README has the pair of workflows that comments all the same.' : "No comment on the pull request: Dependabot started this run, with a token that by default may only read. The job summary has everything; `comment: always` tries, where the job has `permissions: pull-requests: write`.";
  return { kind: "refused", sentence };
}

// src/github/detect-ghes.ts
function isGhes(env) {
  const host = URL.parse(env["GITHUB_SERVER_URL"] || "https://github.com")?.hostname.trimEnd().toLowerCase() ?? "";
  return host !== "github.com" && !host.endsWith(".ghe.com") && !host.endsWith(".localhost");
}
function explainNoArtifacts(env) {
  if (isGhes(env)) return "GitHub Enterprise Server has no artifact service of version 4";
  const missing = ["ACTIONS_RESULTS_URL", "ACTIONS_RUNTIME_TOKEN"].filter((name) => !env[name]);
  return missing.length === 0 ? void 0 : `the runner offers no artifact service (${missing.join(" and ")} not set)`;
}

// src/github/publish-annotations.ts
var TITLE_LENGTH = 255;
var MESSAGE_LENGTH = 4e3;
async function publishAnnotations(annotations) {
  if (annotations.length === 0) return;
  const core = await import("./chunk-34CAMMB6.js");
  for (const annotation of annotations) {
    const title = cleanText2(annotation.title.replace(/\s+/g, " "), TITLE_LENGTH);
    const place = annotation.file === "" ? {} : { file: cleanText2(annotation.file, TITLE_LENGTH), startLine: annotation.line };
    core[annotation.level](cleanText2(annotation.message, MESSAGE_LENGTH), { title, ...place });
  }
}
function cleanText2(text2, length) {
  const clean = text2.replace(/[^\P{Cc}\n\r\t]|[\u202a-\u202e\u2066-\u2069]/gu, "");
  return clean.length > length ? `${clean.slice(0, length - 1)}…` : clean;
}

// src/github/publish-outputs.ts
async function publishOutputs(outputs) {
  const { setOutput } = await import("./chunk-34CAMMB6.js");
  try {
    for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
  } catch (thrown) {
    throw new GateError("LOAD_GATE_OUTPUT_UNWRITABLE", `the outputs of the action could not be set: ${messageOf(thrown)}`, {
      cause: thrown
    });
  }
}

// src/github/publish-summary.ts
var SUMMARY_CAP_BYTES = 9e5;
var NOTE = "> This summary was cut to fit; the whole of it is in `summary.md` of the reports.\n\n";
async function publishSummary(markdown) {
  const { summary, warning } = await import("./chunk-34CAMMB6.js");
  try {
    await summary.emptyBuffer().addRaw(cutSummary(markdown, SUMMARY_CAP_BYTES), true).write();
    return true;
  } catch (thrown) {
    summary.emptyBuffer();
    warning(`the job summary could not be written: ${messageOf(thrown)}`, { title: "load-gate" });
    return false;
  }
}
function cutSummary(markdown, capBytes) {
  const bytes = new TextEncoder().encode(markdown);
  if (bytes.length <= capBytes) return markdown;
  const room = capBytes - new TextEncoder().encode(NOTE).length;
  const lineEnd = bytes.lastIndexOf(10, room - 1);
  return NOTE + new TextDecoder().decode(bytes.subarray(0, lineEnd + 1));
}

// src/github/name-artifact.ts
var LONGEST = 100;
var UNFIT = /[^\p{L}\p{N}._-]+/gu;
function nameReports(asked, { key, attempt: attempt2 }) {
  const name = asked === void 0 ? `load-gate-${key}` : asked;
  const fit = name.normalize("NFC").replace(UNFIT, "-").replace(/-{2,}/g, "-");
  const short = trimEnds(Array.from(fit).slice(0, LONGEST).join(""));
  return `${short === "" ? "load-gate" : short}${attempt2 > 1 ? `-attempt-${attempt2}` : ""}`;
}
function nameAgain(name, nth) {
  return nth === 1 ? name : `${name}-${nth}`;
}
function trimEnds(name) {
  return name.replace(/^[-.]+|[-.]+$/g, "");
}
var SHARD_PREFIX = "load-gate-shard-";
var LONGEST_SHARD_KEY = 60;
function nameShardArtifact({
  shard: { index, count: count2 },
  ...of
}) {
  return `${startOfShards(of)}${index + 1}-of-${count2}${endOfShards(of)}`;
}
function parseShardArtifact(name, of) {
  const [start, end] = [startOfShards(of), endOfShards(of)];
  if (!name.startsWith(start) || !name.endsWith(end) || name.length <= start.length + end.length) return void 0;
  const [, place, count2] = /^([1-9]\d{0,2})-of-([1-9]\d{0,2})$/.exec(name.slice(start.length, -end.length)) ?? [];
  return place === void 0 || count2 === void 0 ? void 0 : { index: Number(place) - 1, count: Number(count2) };
}
function startOfShards({ key }) {
  const fit = key.normalize("NFC").replace(UNFIT, "-").replace(/-{2,}/g, "-");
  return `${SHARD_PREFIX}${trimEnds(Array.from(fit).slice(0, LONGEST_SHARD_KEY).join(""))}-`;
}
function endOfShards({ attempt: attempt2 }) {
  return `${attempt2 > 1 ? `-attempt-${attempt2}` : ""}.json`;
}
var PREFIX = "load-gate-baseline-";
var SUFFIX = ".ndjson";
function nameBaseline(folder) {
  return `${PREFIX}${folder.replaceAll("%", "~")}${SUFFIX}`;
}
function parseBaselineName(name) {
  if (!name.startsWith(PREFIX) || !name.endsWith(SUFFIX)) return void 0;
  return name.slice(PREFIX.length, -SUFFIX.length).replaceAll("~", "%");
}

// src/github/upload-artifact.ts
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { setTimeout as sleep2 } from "node:timers/promises";
var STALLED_MS = 6e4;
async function uploadArtifact(upload2, { env, withinMs, uploader }) {
  const unable = explainNoArtifacts(env);
  if (unable !== void 0) return { state: "failed", reason: unable };
  let folder;
  let isGivenUp = false;
  try {
    folder = await mkdtemp(join(env["RUNNER_TEMP"] || tmpdir(), "load-gate-"));
    const paths = await writeFiles(folder, upload2.files);
    const client = uploader ?? await openUploader();
    const options = {
      ...upload2.retentionDays !== void 0 && { retentionDays: upload2.retentionDays },
      ...upload2.form === "raw" && { skipArchive: true }
    };
    const answer = await within(withinMs, client.uploadArtifact(upload2.name, paths, folder, options));
    isGivenUp = answer === "late";
    if (answer === "late") return { state: "failed", reason: `it took longer than ${Math.round(withinMs / 1e3)} s` };
    if (answer.id === void 0) return { state: "failed", reason: "the artifact service gave it no id" };
    return { state: "uploaded", name: upload2.name, id: answer.id, url: urlOf(env, answer.id) };
  } catch (thrown) {
    return explainFailure(thrown);
  } finally {
    if (folder !== void 0 && !isGivenUp) await rm(folder, { recursive: true, force: true }).catch(() => void 0);
  }
}
async function writeFiles(folder, files) {
  const paths = [];
  for (const [name, content] of files) {
    const path = join(folder, name);
    const inside = relative(folder, path);
    if (inside === "" || inside.startsWith(`..${sep}`) || inside === "..")
      throw new Error(`the file ${name} is not inside of the artifact`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    paths.push(path);
  }
  return paths;
}
async function openUploader() {
  process.env["ACTIONS_ARTIFACT_UPLOAD_TIMEOUT_MS"] ??= String(STALLED_MS);
  const { DefaultArtifactClient } = await import("./chunk-A3YACXAZ.js");
  return new DefaultArtifactClient();
}
async function within(withinMs, answer) {
  const waiting = new AbortController();
  try {
    return await Promise.race([answer, sleep2(withinMs, "late", { signal: waiting.signal })]);
  } finally {
    waiting.abort();
  }
}
function urlOf(env, id) {
  const { GITHUB_SERVER_URL: server = "https://github.com", GITHUB_REPOSITORY: repository = "", GITHUB_RUN_ID: run = "" } = env;
  return `${server}/${repository}/actions/runs/${run}/artifacts/${id}`;
}
function explainFailure(thrown) {
  const message = messageOf(thrown);
  if (/\(409\)/.test(message)) return { state: "taken" };
  if (/storage quota has been hit/i.test(message))
    return { state: "failed", reason: "the storage for artifacts is used up: delete old ones or shorten their retention" };
  const code = /Unable to make request: (\w+)/.exec(message)?.[1];
  if (code !== void 0) return { state: "failed", reason: `the artifact service cannot be reached (${code})` };
  if (/\((?:401|403)\)/.test(message))
    return { state: "failed", reason: `the artifact service refused this job (${cleanText(message, 200)})` };
  return { state: "failed", reason: cleanText(message, 300) };
}

// src/github/upload-reports.ts
var WITHIN_MS = 6e4;
var MOST_NAMES = 5;
async function uploadReports(upload2, surroundings) {
  const { withinMs = WITHIN_MS } = surroundings;
  const endMs = performance.now() + withinMs;
  const left = () => ({ ...surroundings, withinMs: Math.max(1, endMs - performance.now()) });
  const name = nameReports(upload2.artifactName, upload2);
  const folder = await uploadFresh(name, (fresh) => ({ ...upload2, name: fresh, form: "zip" }), left);
  if (folder.state !== "uploaded") return { state: "failed", sentence: `The reports were not uploaded: ${folder.reason}. ${STANDS}` };
  return { ...folder, page: await uploadPage(folder.name, upload2, left) };
}
var STANDS = "The files are in report-path on the runner, and the verdict stands.";
async function uploadPage(name, { page: text2, retentionDays }, left) {
  if (text2 === void 0) return { state: "none" };
  const page = await uploadFresh(
    name,
    (fresh) => ({ name: `${fresh}.html`, files: /* @__PURE__ */ new Map([[`${fresh}.html`, text2]]), form: "raw", retentionDays }),
    left
  );
  if (page.state === "uploaded") return { state: "uploaded", id: page.id, url: page.url };
  return {
    state: "failed",
    sentence: `The page of the report was not uploaded for itself: ${page.reason}. It is in the artifact ${name}.`
  };
}
async function uploadFresh(name, build, left) {
  for (let nth = 1; nth <= MOST_NAMES; nth++) {
    const uploaded = await uploadArtifact(build(nameAgain(name, nth)), left());
    if (uploaded.state !== "taken") return uploaded;
  }
  return { state: "failed", reason: `this run has ${MOST_NAMES} artifacts named ${name} and so on; give each job a key of its own` };
}

// src/github/upload-raw-results.ts
var WITHIN_MS2 = 6e4;
function nameRawResults(asked, key) {
  return `${nameReports(asked, { key, attempt: 1 })}.results.json`;
}
async function uploadRawResults({ files, artifactName, key, retentionDays }, surroundings) {
  const name = nameRawResults(artifactName, key);
  const text2 = files.get("results.json");
  if (text2 === void 0) return { state: "failed", sentence: "There is no results.json to upload." };
  const upload2 = { name, files: /* @__PURE__ */ new Map([[name, text2]]), form: "raw", retentionDays };
  const uploaded = await uploadArtifact(upload2, { withinMs: WITHIN_MS2, ...surroundings });
  switch (uploaded.state) {
    case "uploaded":
      return { state: "uploaded", id: uploaded.id };
    case "taken":
      return { state: "failed", sentence: `results.json was not uploaded by itself: this run has ${name} already.` };
    case "failed":
      return { state: "failed", sentence: `results.json was not uploaded by itself: ${uploaded.reason}.` };
  }
}

// src/action-publish.ts
var CANCELLED_UPLOAD_MS = 4e3;
var CANCELLED_SENDING_MS = 5e3;
async function publishOnGithub(told2, to) {
  const { workspace, log: log2 } = to;
  const { reportPath, files, outcome, annotations } = told2;
  log2.print(`
${told2.renderFinal({ width: LOG_WIDTH, paint: paintPlain, reportPath })}`);
  const summary = files.get("summary.md") ?? "";
  await attempt(log2, () => publishSummary(summary));
  await attempt(log2, () => publishAnnotations(annotations.map((one) => ({ ...one, file: workspace.fromRoot(one.file) }))));
  const folder = reportPath === void 0 ? "" : workspace.fromRoot(reportPath);
  const published = { reportPath: folder, resultsPath: reportPath === void 0 ? "" : `${folder}/results.json`, summary };
  const areSet = await setOutputs(told2.renderOutputs(published), log2);
  to.onTold(withOutputs(outcome, areSet));
  const more = await attempt(log2, () => unlessCancelled(sendAway(told2, to), to));
  const areComplete = more === void 0 || await setOutputs(told2.renderOutputs({ ...published, ...more }), log2);
  return withOutputs(outcome, areSet && areComplete);
}
function withOutputs(outcome, areSet) {
  return (outcome.kind === "judged" || outcome.kind === "suite") && !areSet ? { ...outcome, isWritten: false } : outcome;
}
async function unlessCancelled(sending, { stopped }) {
  const over = new AbortController();
  const cancelled = async () => {
    if (!stopped.aborted) await once(stopped, "abort", { signal: over.signal });
    await sleep3(CANCELLED_SENDING_MS, void 0, { signal: over.signal });
    throw new Error("the job was cancelled before the artifact and the comment were finished");
  };
  try {
    return await Promise.race([sending, cancelled()]);
  } finally {
    over.abort();
  }
}
async function sendAway(told2, { request, context, log: log2, stopped }) {
  const files = new Map([...told2.files, ["run.log", log2.text()]]);
  const sent = await upload({ files, page: told2.page }, { request, context, log: log2, stopped });
  if (stopped.aborted) {
    log2.print("No comment on the pull request: the job was cancelled.");
    return { artifact: sent?.artifact };
  }
  const comment3 = await commentOnChange(
    told2,
    {
      context,
      policy: request.comment,
      token: request.githubToken,
      key: request.key,
      ofRun: void 0,
      reportUrl: sent?.pageUrl
    },
    { env: process.env }
  );
  log2.print(comment3.sentence);
  return { artifact: sent?.artifact, commentUrl: "url" in comment3 ? comment3.url : void 0 };
}
async function upload(reports, { request, context, log: log2, stopped }) {
  if (explainNoArtifacts(process.env) !== void 0) return void 0;
  const { artifactName, key, retentionDays } = request;
  const what = { ...reports, artifactName, key, attempt: context.runAttempt, retentionDays };
  const terms = { env: process.env, ...stopped.aborted && { withinMs: CANCELLED_UPLOAD_MS } };
  const uploaded = await uploadReports(what, terms);
  for (const sentence of listTroubles(uploaded)) log2.print(`Warning: ${sentence}`);
  if (context.tokenReach !== "as-permitted" && !stopped.aborted) {
    const raw = await uploadRawResults(what, terms);
    if (raw.state === "failed") log2.print(`Warning: ${raw.sentence}`);
  }
  if (uploaded.state !== "uploaded") return void 0;
  const { id, url, page } = uploaded;
  return { artifact: { id, url }, pageUrl: page.state === "uploaded" ? page.url : url };
}
function listTroubles(uploaded) {
  if (uploaded.state === "failed") return [uploaded.sentence];
  return uploaded.page.state === "failed" ? [uploaded.page.sentence] : [];
}
async function setOutputs(outputs, log2) {
  try {
    await publishOutputs(outputs);
    return true;
  } catch (thrown) {
    log2.print(messageOf(thrown));
    return false;
  }
}
async function attempt(log2, act) {
  try {
    return await act();
  } catch (thrown) {
    log2.print(`Warning: ${messageOf(thrown)}`);
    return void 0;
  }
}

// src/report/render-annotations.ts
var MOST = 10;
function renderAnnotations(report) {
  const sorted = sortChecks(report.verdict.checks);
  const broken = sorted.filter((check) => check.state === "breached" && check.severity === "fail").map((check) => annotate(check, "error"));
  const regressed = listRegressed(report).map((row) => annotateRegression(row, report));
  const warnings = sorted.filter((check) => check.state === "no-data" || check.state === "breached" && check.severity === "warn");
  return [
    ...bound([...verdictAlone(report, broken.length, regressed.length), ...broken, ...regressed]),
    ...bound(warnings.map((check) => annotate(check, "warning")))
  ];
}
function verdictAlone({ run, verdict }, broken, regressed) {
  const { state } = verdict;
  const isExplained = state === "pass" || state === "breach" && broken > 0 || state === "regression" && regressed > 0;
  if (isExplained) return [];
  const message = verdict.reasons.map((reason) => cleanText(reason)).join(" ");
  return [{ level: "error", file: run.scenario.file, line: 1, title: `load-gate: ${state}`, message: cleanText(message, 1e3) }];
}
function bound(annotations) {
  if (annotations.length <= MOST) return annotations;
  const shown = annotations.slice(0, MOST - 1);
  const [first] = annotations.slice(MOST - 1);
  const left = annotations.length - shown.length;
  return first ? [...shown, { ...first, title: `${left} more`, message: `${left} more are in the job summary and in results.json.` }] : shown;
}
function annotateRegression(row, { run, comparison }) {
  const { file, line } = comparison?.at ?? { file: run.scenario.file, line: 1 };
  return { level: "error", file, line, title: cleanText(`${row.name}: regression`, 120), message: cleanText(`${describeRow(row)}.`, 600) };
}
function annotate(check, level) {
  const word = check.state === "breached" ? "broken" : "not judged";
  const { file, line } = check.at;
  return { level, file, line, title: cleanText(`${check.name}: ${word}`, 120), message: cleanText(describeCheck(check), 600) };
}

// src/report/render-outputs.ts
function renderOutputs(verdict, troubles, published) {
  return {
    verdict,
    breaches: String(troubles.breaches),
    regressions: String(troubles.regressions),
    "report-path": published.reportPath,
    "results-path": published.resultsPath,
    "artifact-id": published.artifact === void 0 ? "" : String(published.artifact.id),
    "artifact-url": published.artifact?.url ?? "",
    "comment-url": published.commentUrl ?? "",
    summary: published.summary
  };
}

// src/report/suite/render-suite-annotations.ts
function renderSuiteAnnotations({ file, parts }) {
  const all = parts.flatMap((part) => {
    if (part.state === "ran")
      return renderAnnotations(part.report).map((one) => ({ ...one, title: cleanText(`${part.name}: ${one.title}`, 120) }));
    const message = cleanText(verdictOf(part).reasons.join(" "), 600);
    return [{ level: "error", file, line: 1, title: cleanText(`${part.name}: ${nameAbsence(part) ?? ""}`, 120), message }];
  });
  return ["error", "warning", "notice"].flatMap((level) => bound(all.filter((one) => one.level === level)));
}

// src/report/count-troubles.ts
function countTroubles(reports) {
  const breaches = reports.flatMap(
    ({ verdict }) => verdict.checks.filter((check) => check.state === "breached" && check.severity === "fail")
  );
  return { breaches: breaches.length, regressions: reports.reduce((sum, report) => sum + listRegressed(report).length, 0) };
}

// src/action-told.ts
function tellRun({ report, files, reportPath, outcome }) {
  return {
    files,
    page: files.get("report.html"),
    reportPath,
    outcome,
    annotations: renderAnnotations(report),
    ...tellInComment(report),
    renderFinal: (options) => renderFinal(report, options),
    renderOutputs: (published) => renderOutputs(report.verdict.state, countTroubles([report]), published)
  };
}
function tellSuite({ report, files, reportPath, outcome }) {
  return {
    files,
    page: renderSuiteHtml(report, "nothing"),
    reportPath,
    outcome,
    annotations: renderSuiteAnnotations(report),
    hasNews: report.parts.some((part) => part.state !== "ran" || hasNews(part.report)) || report.verdict.state !== "pass",
    renderFinal: (options) => renderSuiteFinal(report, options),
    renderOutputs: (published) => renderOutputs(
      report.verdict.state,
      countTroubles(report.parts.flatMap((part) => part.state === "ran" ? [part.report] : [])),
      published
    ),
    renderComment: (frame) => renderSuiteComment(report, frame)
  };
}

// src/github/call-or-explain.ts
async function callOrExplain(api, attempt2, [route, parameters]) {
  try {
    return (await api.call(route, parameters)).data;
  } catch (thrown) {
    throw new Error(explainApiError(classifyProblem(thrown, Date.now()), attempt2), { cause: thrown });
  }
}

// src/github/parse-workflow-ref.ts
function parseWorkflowRef(ref) {
  return /^[^/]+\/[^/]+\/(.+?\.ya?ml)@/.exec(ref ?? "")?.[1];
}
function nameWorkflowFile(workflow) {
  return workflow.split("/").at(-1) ?? workflow;
}

// src/github/find-rivals.ts
var WITHIN_MS3 = 5e3;
var MOST_SHOWN = 5;
var decodeRuns = object({ workflow_runs: list(object({ id: count, run_number: count, status: text })) });
async function findRivals(api, { repository, runId, workflow, withinMs = WITHIN_MS3 }) {
  try {
    const data = await callOrExplain(api, { what: "other runs of this workflow were not looked for", permission: "actions: read" }, [
      "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs",
      {
        owner: repository.owner,
        repo: repository.name,
        workflow_id: nameWorkflowFile(workflow),
        status: "in_progress",
        per_page: 30,
        request: { signal: AbortSignal.timeout(withinMs) }
      }
    ]);
    const rivals = decodeRuns(data, "").workflow_runs.filter(({ id, status }) => id !== runId && status === "in_progress");
    return rivals.length === 0 ? { state: "none" } : { state: "found", sentence: describeRivals(rivals.map((run) => run.run_number)) };
  } catch (thrown) {
    return { state: "unknown", sentence: messageOf(thrown) };
  }
}
function describeRivals(numbers) {
  const shown = numbers.slice(0, MOST_SHOWN).map((number) => `#${number}`);
  const more = numbers.length > shown.length ? ` and ${numbers.length - shown.length} more` : "";
  const isOne = numbers.length === 1;
  return `${isOne ? "Another run" : "Other runs"} of this workflow ${isOne ? "is" : "are"} in progress (${shown.join(", ")}${more}): bursts on one target at the same time measure each other. Let them take turns with a \`concurrency:\` group named after the target, with \`cancel-in-progress: false\`.`;
}

// src/github/download-artifact.ts
import { createHash } from "node:crypto";
async function downloadArtifact(api, download2) {
  const { digest, mostBytes } = download2;
  if (digest === void 0 || !/^sha256:[0-9a-f]{64}$/.test(digest)) throw new Error("GitHub gives no SHA-256 digest for it");
  const content = await readAtMost(await openStream(api, download2), mostBytes);
  const actual = `sha256:${createHash("sha256").update(content).digest("hex")}`;
  if (actual !== digest) throw new Error("its digest is not the one of its upload: it was changed or damaged");
  return content;
}
async function openStream(api, { repository, id, withinMs }) {
  const attempt2 = { what: "it was not downloaded", permission: "actions: read" };
  const data = await callOrExplain(api, attempt2, [
    "GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}",
    {
      owner: repository.owner,
      repo: repository.name,
      artifact_id: id,
      archive_format: "zip",
      request: { parseSuccessResponseBody: false, signal: AbortSignal.timeout(withinMs) }
    }
  ]);
  if (!(data instanceof ReadableStream)) throw new TypeError("the download has no body");
  return data;
}
async function readAtMost(stream, mostBytes) {
  const chunks = [];
  let total = 0;
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError("the download is not made of bytes");
    total += chunk.byteLength;
    if (total > mostBytes) throw new Error(`it is larger than ${Math.round(mostBytes / 1e6)} MB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

// src/github/find-baseline-artifacts.ts
var PER_PAGE2 = 100;
var MOST_PAGES2 = 5;
var MOST_RUN_PAGES = 2;
var FEW = 3;
var TRUSTED_EVENTS = ["push", "schedule"];
var decodeArtifact = object({
  id: count,
  name: text,
  size_in_bytes: count,
  expired: truth,
  created_at: nullable(text),
  digest: nullable(text),
  workflow_run: nullable(
    object({ id: nullable(count), repository_id: nullable(count), head_repository_id: nullable(count), head_branch: nullable(text) })
  )
});
var decodeArtifacts = object({ total_count: count, artifacts: list(decodeArtifact) });
var decodeRepository = object({ id: count, default_branch: text });
var decodeOwner = object({ id: count });
var decodeRun = object({
  id: count,
  event: text,
  head_branch: nullable(text),
  path: text,
  repository: decodeOwner,
  head_repository: nullable(decodeOwner)
});
var decodeRuns2 = object({ workflow_runs: list(decodeRun) });
var READ = { what: "the artifacts of earlier runs were not read", permission: "actions: read" };
async function readRepository(api, { owner, name }) {
  const attempt2 = { what: "the repository was not read", permission: "contents: read" };
  const data = await callOrExplain(api, attempt2, ["GET /repos/{owner}/{repo}", { owner, repo: name }]);
  const { id, default_branch: defaultBranch } = decodeRepository(data, "");
  return { id, defaultBranch };
}
async function findBaselineArtifacts(api, search, own) {
  const { found: found2, total } = await listArtifacts(api, { ...search, pages: MOST_PAGES2 });
  const candidates = found2.filter((artifact) => artifact.name === search.name && !artifact.expired && isOwn2(artifact, own));
  const runs = candidates.length > FEW ? await listRuns(api, search, own) : /* @__PURE__ */ new Map();
  const accepted = [];
  for (const artifact of candidates.toSorted((left, right) => right.id - left.id)) {
    if (accepted.length === search.most) break;
    const runId = artifact.workflow_run?.id;
    if (runId === void 0) continue;
    const run = runs.get(runId) ?? await readRun(api, search, runId);
    if (isTrusted(run, search, own)) accepted.push(artifact);
  }
  if (accepted.length === 0 && total > found2.length)
    throw new Error(`none of the newest ${found2.length} artifacts named ${search.name} counts, and there are ${total}`);
  const named = found2.filter(({ name }) => name === search.name);
  if (accepted.length === 0 && named.length > 0) search.onNone?.(explainNone(named));
  return accepted.map(({ id, size_in_bytes: bytes, created_at: createdAt, digest }) => ({ id, bytes, createdAt, digest }));
}
function explainNone(named) {
  const expired = named.filter((artifact) => artifact.expired).length;
  const others = named.length - expired;
  const parts = [
    ...expired > 0 ? [`${expired} expired`] : [],
    ...others > 0 ? [`${others} made by a fork, another branch, workflow or event than a push or schedule of the default branch`] : []
  ];
  return `None of the artifacts of this baseline counts: ${parts.join(", ")}.`;
}
async function listBaselineFolders(api, repository, own) {
  const { found: found2 } = await listArtifacts(api, { repository, pages: 1 });
  const candidates = found2.filter((artifact) => !artifact.expired && isOwn2(artifact, own));
  return [...new Set(candidates.flatMap(({ name }) => parseBaselineName(name) ?? []))];
}
async function listArtifacts(api, { repository, name, pages }) {
  const byId = /* @__PURE__ */ new Map();
  let total = 0;
  for (let page = 1; page <= pages; page++) {
    const wanted = { owner: repository.owner, repo: repository.name, per_page: PER_PAGE2, page, ...name !== void 0 && { name } };
    const data = await callOrExplain(api, READ, ["GET /repos/{owner}/{repo}/actions/artifacts", wanted]);
    const { total_count: all, artifacts } = decodeArtifacts(data, "");
    total = all;
    for (const artifact of artifacts) byId.set(artifact.id, artifact);
    if (artifacts.length < PER_PAGE2) break;
  }
  return { found: [...byId.values()], total };
}
function isOwn2({ workflow_run: run }, { id, defaultBranch }) {
  return run !== void 0 && run.repository_id === id && run.head_repository_id === id && run.head_branch === defaultBranch;
}
async function listRuns(api, { repository, workflow }, { defaultBranch }) {
  const runs = /* @__PURE__ */ new Map();
  for (let page = 1; page <= MOST_RUN_PAGES; page++) {
    const wanted = { owner: repository.owner, repo: repository.name, branch: defaultBranch, per_page: PER_PAGE2, page };
    const data = await callOrExplain(
      api,
      READ,
      workflow === void 0 ? ["GET /repos/{owner}/{repo}/actions/runs", wanted] : ["GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs", { ...wanted, workflow_id: nameWorkflowFile(workflow) }]
    );
    const { workflow_runs: found2 } = decodeRuns2(data, "");
    for (const run of found2) runs.set(run.id, run);
    if (found2.length < PER_PAGE2) break;
  }
  return runs;
}
async function readRun(api, { repository: { owner, name } }, runId) {
  const wanted = { owner, repo: name, run_id: runId };
  const data = await callOrExplain(api, READ, ["GET /repos/{owner}/{repo}/actions/runs/{run_id}", wanted]);
  return decodeRun(data, "");
}
function isTrusted(run, { workflow }, { id, defaultBranch }) {
  const path = run.path.replace(/(\.ya?ml)@.*$/, "$1");
  return TRUSTED_EVENTS.includes(run.event) && run.head_branch === defaultBranch && run.repository.id === id && run.head_repository?.id === id && (workflow === void 0 || path === workflow);
}

// src/github/pack-file.ts
var NEW_LINE = 10;
var LONGEST_HEADER = 1e3;
function packFile(name, content) {
  return Buffer.concat([Buffer.from(`${JSON.stringify({ file: name })}
`, "utf8"), content]);
}
function unpackFile(bytes) {
  const end = bytes.subarray(0, LONGEST_HEADER).indexOf(NEW_LINE);
  const header = end === -1 ? void 0 : parseHeader(Buffer.from(bytes.subarray(0, end)).toString("utf8"));
  if (header === void 0) throw new Error("it does not begin with the name of a file");
  return { name: header, content: bytes.subarray(end + 1) };
}
function parseHeader(line) {
  try {
    const value = JSON.parse(line);
    return typeof value === "object" && value !== null && "file" in value && typeof value.file === "string" ? value.file : void 0;
  } catch {
    return void 0;
  }
}

// src/github/open-artifact-baseline.ts
var MOST_ARTIFACTS = 40;
var AT_ONCE = 6;
var MOST_BYTES = 101e5;
var DOWNLOAD_MS = 3e4;
var UPLOAD_MS = 12e4;
var TASK_MS = 12e4;
function openArtifactBaseline(folder, place) {
  return new ArtifactFiles(folder, place);
}
var ArtifactFiles = class {
  where;
  #place;
  #search;
  #own;
  #entries = /* @__PURE__ */ new Map();
  constructor(folder, place) {
    const { repository, workflow, onNone } = place;
    this.where = `artifacts of ${repository.owner}/${repository.name}`;
    this.#place = place;
    this.#search = { repository, workflow, name: nameBaseline(folder), most: MOST_ARTIFACTS, onNone };
  }
  async list() {
    const api = await this.#place.openApi(TASK_MS);
    const artifacts = await findBaselineArtifacts(api, this.#search, await this.#whose(api));
    const entries = /* @__PURE__ */ new Map();
    for (const { name, entry } of await mapAtOnce(artifacts, (artifact) => this.#fetch(api, artifact))) {
      const twin = entries.get(name);
      entries.set(name, twin ? { ...twin, ids: [...twin.ids, ...entry.ids] } : entry);
    }
    this.#entries = entries;
    return [...entries].map(([name, { bytes }]) => ({ name, bytes }));
  }
  async listFolders() {
    const api = await this.#place.openApi(TASK_MS);
    return listBaselineFolders(api, this.#place.repository, await this.#whose(api));
  }
  read(name) {
    const content = this.#entries.get(name)?.content ?? { error: "there is no such artifact" };
    return content instanceof Uint8Array ? Promise.resolve(content) : Promise.reject(new Error(content.error));
  }
  async write(name, content) {
    if (this.#entries.has(name)) return false;
    this.#refuseUnread(await this.#whose(await this.#place.openApi(TASK_MS)));
    const { env, uploader } = this.#place;
    const { name: artifact } = this.#search;
    const uploaded = await uploadArtifact(
      { name: artifact, files: /* @__PURE__ */ new Map([[artifact, packFile(name, content)]]), form: "raw", retentionDays: void 0 },
      { env, withinMs: UPLOAD_MS, uploader }
    );
    if (uploaded.state === "taken") throw new Error("this run has stored one already, in another job with the same key");
    if (uploaded.state === "failed") throw new Error(uploaded.reason);
    this.#entries.set(name, { bytes: content.byteLength, content, ids: [uploaded.id] });
    return true;
  }
  async remove(name) {
    const { owner, name: repo } = this.#place.repository;
    const api = await this.#place.openApi(TASK_MS);
    const attempt2 = { what: "an artifact was not deleted", permission: "actions: write" };
    for (const id of this.#entries.get(name)?.ids ?? []) {
      const route = "DELETE /repos/{owner}/{repo}/actions/artifacts/{artifact_id}";
      await callOrExplain(api, attempt2, [route, { owner, repo, artifact_id: id }]).catch(unlessNotFound);
    }
    this.#entries.delete(name);
  }
  async #whose(api) {
    return this.#own ??= await readRepository(api, this.#place.repository);
  }
  /** What nobody would ever read is not stored: the run would seem to be a baseline, and be none. */
  #refuseUnread({ defaultBranch }) {
    const { GITHUB_EVENT_NAME: event = "no event", GITHUB_REF: ref = "nothing" } = this.#place.env;
    if ((event === "push" || event === "schedule") && ref === `refs/heads/${defaultBranch}`) return;
    throw new Error(`runs of push and schedule on ${defaultBranch} alone are read as baselines, and this is ${event} on ${ref}`);
  }
  /** Closed: an artifact that cannot be had is an entry with its reason, so that it is named, and never missed. */
  async #fetch(api, artifact) {
    const { id, bytes, digest } = artifact;
    const failed = (error) => ({
      name: standIn(artifact),
      entry: { bytes, content: { error: `artifact ${id}: ${error}` }, ids: [id] }
    });
    if (bytes > MOST_BYTES) return failed("it is too large");
    try {
      const download2 = { repository: this.#place.repository, id, digest, mostBytes: MOST_BYTES, withinMs: DOWNLOAD_MS };
      const { name, content } = unpackFile(await downloadArtifact(api, download2));
      return { name, entry: { bytes: content.byteLength, content, ids: [id] } };
    } catch (thrown) {
      return failed(messageOf(thrown));
    }
  }
};
function standIn({ id, createdAt }) {
  const uploadedMs = Date.parse(createdAt ?? "");
  const stamp = new Date(Number.isNaN(uploadedMs) ? 0 : uploadedMs).toISOString().replace(/[-:.]/g, "");
  return `${stamp}-${(id % 2 ** 32).toString(16).padStart(8, "0")}.json`;
}
function unlessNotFound(thrown) {
  const cause = thrown instanceof Error ? thrown.cause : void 0;
  if (typeof cause !== "object" || cause === null || !("status" in cause) || cause.status !== 404) throw thrown;
}
async function mapAtOnce(items, ask) {
  const answers = [];
  for (let from = 0; from < items.length; from += AT_ONCE) {
    answers.push(...await Promise.all(items.slice(from, from + AT_ONCE).map(ask)));
  }
  return answers;
}

// src/github/open-job-artifacts.ts
async function openJobArtifacts(folder, { env, token, isKeyGiven, onNote }) {
  const unable = explainNoArtifacts(env);
  if (unable !== void 0) throw unreadable(unable, "set `baseline` to branch or file:DIR");
  if (token === "")
    throw unreadable(
      "there is no token to read them with",
      "set `github-token: ${{ github.token }}` and give the job `permissions: actions: read`"
    );
  const [, owner, name] = /^([^/]+)\/([^/]+)$/.exec(env["GITHUB_REPOSITORY"] ?? "") ?? [];
  const workflow = parseWorkflowRef(env["GITHUB_WORKFLOW_REF"]);
  if (owner === void 0 || name === void 0 || workflow === void 0)
    throw unreadable("the runner does not say which repository and workflow this is", "set `baseline` to branch or file:DIR");
  const { openClient: openClient2 } = await import("./chunk-7Z6E26NG.js");
  return openArtifactBaseline(folder, {
    repository: { owner, name },
    env,
    openApi: (totalMs) => openClient2(token, env, { totalMs }),
    workflow: isKeyGiven ? void 0 : workflow,
    onNone: onNote
  });
}
function unreadable(why, hint) {
  return new GateError("LOAD_GATE_BASELINE_UNREADABLE", `the baselines in artifacts cannot be read: ${why}`, { hint });
}

// src/github/publish-issues.ts
var MOST2 = 10;
async function publishIssues(issues, fromRoot) {
  const shown = issues.slice(0, issues.length > MOST2 ? MOST2 - 1 : MOST2);
  const annotations = shown.map((issue) => ({
    level: issue.severity,
    file: isFileIssue(issue) ? fromRoot(issue.file) : "",
    line: issue.line,
    title: `load-gate: ${issue.code}`,
    message: [isFileIssue(issue) ? issue.message : `${issue.file}: ${issue.message}`, issue.suggestion].filter(Boolean).join(" — ")
  }));
  const more = issues.length - shown.length;
  if (more > 0)
    annotations.push({ level: "error", file: "", line: 1, title: "load-gate", message: `${more} more issues; the log lists all` });
  await publishAnnotations(annotations);
}

// src/action-gate.ts
async function gateOnGithub(request, job) {
  const { workspace, context, log: log2 } = job;
  const stopped = listenForSignals((text2) => log2.say(text2));
  const result = await runGates(request, { ...openPorts(request, job), stopped });
  if (result.kind === "issues") return refuseOnGithub(result.issues, (path) => workspace.fromRoot(path), log2);
  const told2 = result.kind === "suite" ? tellSuite(result) : tellRun(result);
  return publishOnGithub(told2, { request, context, workspace, log: log2, stopped, onTold: job.onTold });
}
async function refuseOnGithub(issues, fromRoot, log2) {
  log2.print(renderIssues(issues, paintPlain).trimEnd());
  await publishIssues(issues, fromRoot);
  return { kind: "user-error" };
}
function openArtifactsOf({ githubToken }, { isKeyGiven, log: log2 }) {
  const terms = { env: process.env, token: githubToken, isKeyGiven, onNote: (note) => log2.say(note) };
  return (folder) => openJobArtifacts(folder, terms);
}
function warnOfBranch({ baseline }, { baselineBranch, defaultBranch }, log2) {
  if (baseline.kind === "none" || baseline.kind === "url" || baselineBranch === void 0 || baselineBranch === defaultBranch) return;
  log2.say(
    `This change is for ${cleanText(baselineBranch, 100)}; it is compared with runs of ${cleanText(defaultBranch ?? "the default branch", 100)}.`
  );
}
async function warnBeforeLoad(request, { context, log: log2 }) {
  const unable = explainNoArtifacts(process.env);
  if (unable !== void 0) log2.say(`The reports stay in report-path and are not uploaded: ${unable}.`);
  warnOfBranch(request, context, log2);
  await warnOfRivals(request, context, log2);
}
var RIVALS_MS = 5e3;
async function warnOfRivals({ githubToken }, { repository, runId }, log2) {
  const workflow = parseWorkflowRef(process.env["GITHUB_WORKFLOW_REF"]);
  if (githubToken === "" || repository === void 0 || runId === void 0 || workflow === void 0) return;
  const { openClient: openClient2 } = await import("./chunk-7Z6E26NG.js");
  const rivals = await findRivals(await openClient2(githubToken, process.env, { totalMs: RIVALS_MS }), { repository, runId, workflow });
  if (rivals.state === "found") log2.say(`Warning: ${rivals.sentence}`);
  if (rivals.state === "unknown") log2.note(rivals.sentence);
}
function openPorts(request, job) {
  const { workspace, log: log2, isKeyGiven } = job;
  const lines = new LineLog((line) => log2.print(line));
  return {
    env: process.env,
    cwd: workspace.folder,
    root: workspace.root,
    artifacts: openArtifactsOf(request, { isKeyGiven, log: log2 }),
    onIssues: (issues) => {
      if (issues.length > 0) log2.say(renderIssues(issues, paintPlain).trimEnd());
    },
    onSecrets: async (secrets) => {
      await log2.hide([...secrets, request.githubToken]);
      await warnBeforeLoad(request, job);
    },
    onNote: (note) => log2.say(note),
    onLog: (line) => log2.note(line),
    onProgress: (snapshot) => {
      log2.note(renderProgressLine(snapshot));
      if (!request.quiet) lines.update(snapshot);
    },
    log: () => log2.text()
  };
}

// src/action-accept.ts
function acceptOnGithub(request, githubToken, { workspace, log: log2, isKeyGiven }) {
  return changeBaseline(request, {
    env: process.env,
    cwd: workspace.folder,
    now: () => Date.now(),
    write: (text2) => log2.print(text2.trimEnd()),
    writeAside: (text2) => log2.print(text2.trimEnd()),
    width: LOG_WIDTH,
    paint: paintPlain,
    artifacts: openArtifactsOf({ githubToken }, { isKeyGiven, log: log2 })
  });
}

// src/report/purge-run.ts
var PLAIN_NAME = /^(?:(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ws|receive) )?\/[\w\-./{}$*?=&%:~]{0,100}(?: \(poll\))?$/;
function purgeRun(run, trusted) {
  const rename = createRenamer(trusted.names);
  return {
    ...run,
    tool: { name: "load-gate", version: /^\d{1,4}(?:\.\d{1,4}){2}$/.test(run.tool.version) ? run.tool.version : "unknown" },
    scenario: {
      name: trusted.title,
      file: "",
      hash: /^[0-9a-f]{64}$/.test(run.scenario.hash) ? run.scenario.hash : "",
      profile: run.scenario.profile !== void 0 && trusted.names.has(run.scenario.profile) ? run.scenario.profile : void 0
    },
    target: "",
    ending: purgeEnding(run.ending),
    environment: { ...run.environment, node: "unknown", platform: "unknown", cpuModel: "unknown", runnerImage: void 0 },
    phases: run.phases.map((phase) => purgePhase(phase, rename)),
    series: run.series.map((series) => purgeSeries(series, rename)),
    transport: { ...run.transport, protocols: keepKeys(run.transport.protocols, /^(?:http\/1\.[01]|h2|ws)$/) },
    imbalances: run.imbalances.length === 0 ? [] : ["the results say so themselves"],
    slowRequests: [],
    engine: purgeEngine(run.engine),
    server: run.server.filter(({ name }) => trusted.names.has(name)).map((series) => purgeServer(series, rename))
  };
}
function createRenamer(known) {
  const given = /* @__PURE__ */ new Map();
  return (name) => {
    if (known.has(name) || PLAIN_NAME.test(name)) return name;
    const fresh = given.get(name) ?? `unknown ${given.size + 1}`;
    given.set(name, fresh);
    return fresh;
  };
}
function purgeEngine(engine) {
  const version = (text2) => /^\d{1,4}(?:\.\d{1,4}){1,3}$/.test(text2) ? text2 : "unknown";
  switch (engine.kind) {
    case "embedded":
      return engine;
    case "locust":
      return { ...engine, version: version(engine.version), python: version(engine.python) };
    case "import":
      return {
        ...engine,
        format: "the imported file",
        missing: engine.missing.map(({ facets }) => ({ facets, sentence: "the imported file does not say it" }))
      };
  }
}
function purgeEnding(ending) {
  return ending.state === "complete" ? ending : { state: ending.state, reason: "the log of its workflow run says why" };
}
function purgePhase(phase, rename) {
  return { ...phase, plan: { ...phase.plan, name: rename(phase.plan.name) } };
}
function purgeSeries(series, rename) {
  return { ...series, name: rename(series.name), method: "", tags: [], perPhase: series.perPhase.map(purgePart) };
}
function purgePart(part) {
  return { ...part, status: keepKeys(part.status, /^\d{3}$/), failures: part.failures.map(purgeFailure) };
}
function purgeFailure(failure) {
  return { ...failure, reason: /^status \d{3}$/.test(failure.reason) ? failure.reason : failure.class, sample: "" };
}
function keepKeys(counts, pattern) {
  return Object.fromEntries(Object.entries(counts).filter(([key]) => pattern.test(key)));
}
function purgeServer(series, rename) {
  const why = "the log of its workflow run says why";
  return {
    ...series,
    source: "",
    trouble: series.trouble === void 0 ? void 0 : why,
    recoveries: series.recoveries.map((recovery) => ({
      ...recovery,
      phase: rename(recovery.phase),
      ...recovery.state === "unknown" && { reason: why }
    }))
  };
}

// src/github/build-foreign-report.ts
function buildForeignReport(text2, trusted, judge) {
  const parsed = parseResults(text2);
  if (!parsed.ok) {
    const why = {
      oversized: "it is too large",
      "not-json": "it is not JSON",
      newer: "a newer load-gate wrote it",
      suite: "it holds a suite of several scenarios, and this half takes one: give each scenario a job, and a `key`, of its own",
      invalid: "it does not fit its schema"
    };
    return { ok: false, sentence: `The results of the other run cannot be used: ${why[parsed.kind]}.` };
  }
  const { run, further } = parsed.report;
  if (![run, ...further ?? []].every(isOfThisWorld))
    return { ok: false, sentence: "The results of the other run cannot be used: its phases last longer than any run does." };
  if ([run, ...further ?? []].some((burst) => explainPart(burst) !== void 0))
    return { ok: false, sentence: "The results of the other run cannot be used: they are those of one shard of several." };
  const measured = {
    run: purgeRun(run, trusted),
    ...further && { further: further.map((burst) => purgeRun(burst, trusted)) }
  };
  return { ok: true, report: { ...measured, ...judge(measured) } };
}
var LONGEST_MS = 5 * 24 * 36e5;
var MOST_PHASES = 1e3;
function isOfThisWorld({ phases }) {
  const spans = phases.map(({ startMs = 0, endMs = startMs }) => ({ startMs, endMs }));
  const isWithin = spans.every(({ startMs, endMs }) => startMs >= 0 && endMs <= LONGEST_MS);
  return isWithin && phases.length <= MOST_PHASES && spans.reduce((sum, { startMs, endMs }) => sum + Math.max(0, endMs - startMs), 0) <= LONGEST_MS;
}

// src/github/decode-artifact.ts
var decodeArtifact2 = object({
  id: count,
  name: text,
  expired: truth,
  digest: nullable(text)
});

// src/github/read-raw-results.ts
var MOST_BYTES2 = 1e8;
var WITHIN_MS4 = 6e4;
var decodeArtifacts2 = object({
  artifacts: list(decodeArtifact2)
});
async function readRawResults(api, { repository, runId, artifactName, key }) {
  const name = nameRawResults(artifactName, key);
  const data = await callOrExplain(api, { what: "its artifacts were not listed", permission: "actions: read" }, [
    "GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts",
    { owner: repository.owner, repo: repository.name, run_id: runId, name, per_page: 100 }
  ]);
  const found2 = decodeArtifacts2(data, "").artifacts.filter((artifact) => artifact.name === name);
  const newest = found2.filter(({ expired }) => !expired).sort((left, right) => right.id - left.id)[0];
  if (newest === void 0) throw new Error(found2.length > 0 ? `its artifact ${name} has expired` : `it has no artifact ${name}`);
  const content = await downloadArtifact(api, {
    repository,
    id: newest.id,
    digest: newest.digest,
    mostBytes: MOST_BYTES2,
    withinMs: WITHIN_MS4
  });
  return new TextDecoder("utf-8", { fatal: true }).decode(content);
}

// src/action-comment.ts
var NOTE2 = "Measured by the workflow of a fork, whose code may say what it likes: judge the numbers with that in mind. The promises are those of this repository; what the run was compared with is in its own summary.";
async function commentOnFork(request, job) {
  const { workspace, log: log2 } = job;
  await log2.hide([request.githubToken]);
  const one = narrowToOne(request, job);
  if (typeof one !== "string") return refuseOnGithub(one, (path) => workspace.fromRoot(path), log2);
  const prepared = prepareGate(narrowRequest(request, one), {
    env: process.env,
    cwd: workspace.folder,
    root: workspace.root,
    workers: void 0,
    requireSecrets: false
  });
  if (!prepared.ok) return refuseOnGithub(prepared.issues, (path) => workspace.fromRoot(path), log2);
  const { plan, config } = prepared.value;
  const text2 = await readResults(request, job);
  const named = [...plan.series, ...plan.phases, ...plan.server.rows].map(({ name }) => name);
  const names = /* @__PURE__ */ new Set([...named, plan.profile ?? ""]);
  const foreign = buildForeignReport(text2, { names, title: plan.name }, ({ run }) => ({
    verdict: judgeRun(run, config.sla, dataSeed(run)),
    handRows: compareValues(run, config.sla)
  }));
  if (!foreign.ok)
    throw new GateError("LOAD_GATE_RESULT_INVALID", foreign.sentence, { hint: "the log of the other run says what it uploaded" });
  return tellComment(foreign.report, request, job);
}
async function tellComment(report, { comment: policy, githubToken: token, key, runId }, { context, log: log2 }) {
  log2.print(renderFinal(report, { width: LOG_WIDTH, paint: paintPlain, reportPath: void 0 }));
  const summary = renderSummaryMd(report);
  await publishSummary(summary);
  const request = { context, policy, token, key, ofRun: runId, reportUrl: void 0, note: NOTE2 };
  const comment3 = await commentOnChange(tellInComment(report), request, { env: process.env });
  log2.print(comment3.sentence);
  const commentUrl = "url" in comment3 ? comment3.url : void 0;
  const published = { reportPath: "", resultsPath: "", summary, commentUrl };
  await publishOutputs(renderOutputs(report.verdict.state, countTroubles([report]), published));
  return comment3.kind === "refused" ? { kind: "judged", verdict: "pass", failOn: [], lacksBaseline: false, isWritten: false } : { kind: "done" };
}
function narrowToOne(request, { workspace }) {
  const { folder, root } = workspace;
  const asked = resolveScenarios(request, { workingDirectory: folder, root, env: process.env, requireSecrets: false });
  if (!asked.ok) return asked.issues;
  if (typeof asked.value === "string") return asked.value;
  const message = "with run-id there is one scenario: the pair of workflows for forks judges the results of one, and not of a suite";
  const suggestion = "give each scenario a job, and a `key`, of its own in both workflows";
  return [usageIssue("input scenario", "conflict", message, suggestion)];
}
async function readResults({ runId, githubToken, artifactName, key }, { context }) {
  const hint = "set the same `key` (or `artifact-name`) in both workflows, and give this job `permissions: actions: read`";
  const { repository } = context;
  if (repository === void 0) throw new GateError("LOAD_GATE_USAGE", "run-id works in a workflow of GitHub alone");
  const { openClient: openClient2 } = await import("./chunk-7Z6E26NG.js");
  try {
    return await readRawResults(await openClient2(githubToken, process.env), { repository, runId, artifactName, key });
  } catch (cause) {
    throw new GateError("LOAD_GATE_RESULT_INVALID", `the results of run ${runId} cannot be read: ${messageOf(cause)}`, { hint, cause });
  }
}

// src/gate-schedule.ts
async function scheduleShards(request, ports) {
  const { cwd, root, env } = ports;
  const asked = resolveScenarios(request, { workingDirectory: cwd, root, env, requireSecrets: true });
  if (!asked.ok) return { kind: "issues", issues: asked.issues };
  if (typeof asked.value !== "string")
    return refuse("SCENARIO", "shards make one scenario, and this is a suite; give each part its own plan");
  const early = explainStart(request);
  if (early !== void 0) return refuse("start-at", early);
  const one = narrowRequest(request, asked.value);
  const prepared = prepareGate(one, { ...ports, workers: void 0, requireSecrets: true });
  if (!prepared.ok) return { kind: "issues", issues: prepared.issues };
  const { plan, config } = prepared.value;
  await ports.onSecrets(plan.program.secrets);
  ports.onIssues(prepared.warnings);
  const refusal = await prepareTargets([plan], ports);
  if (refusal !== void 0)
    throw new GateError("LOAD_GATE_BEFORE_FAILED", `there is no plan, and no shard begins: ${refusal}`, {
      hint: "check that the target is up"
    });
  const startAtMs = resolveStart(request.startAt, Date.now());
  const late = explainOver(startAtMs, Date.now());
  if (late !== void 0) return refuse("start-at", `${late}, because before took so long; give it a later one, or +2m`);
  return { kind: "planned", startAt: new Date(startAtMs).toISOString(), planHash: hashPlan(config, one, startAtMs) };
}
function explainStart({ startAt }) {
  const nowMs = Date.now();
  const startAtMs = resolveStart(startAt, nowMs);
  return explainOver(startAtMs, nowMs) ?? explainFar(startAtMs, nowMs);
}
function refuse(file, message) {
  return { kind: "issues", issues: [usageIssue(file, "value", message)] };
}

// src/github/shard-artifacts.ts
import { setTimeout as sleep4 } from "node:timers/promises";
var UPLOAD_MS2 = 12e4;
async function uploadShard({ results, retentionDays, ...named }, surroundings) {
  const name = nameShardArtifact(named);
  const upload2 = { name, files: /* @__PURE__ */ new Map([[name, results]]), form: "raw", retentionDays };
  const uploaded = await uploadArtifact(upload2, { withinMs: UPLOAD_MS2, ...surroundings });
  switch (uploaded.state) {
    case "uploaded":
      return { state: "uploaded", id: uploaded.id, url: uploaded.url };
    case "taken":
      return {
        state: "failed",
        sentence: `This workflow run has the artifact ${name} already; give each plan with its shards a \`key\` of its own.`
      };
    case "failed":
      return { state: "failed", sentence: `The results of this shard were not uploaded: ${uploaded.reason}.` };
  }
}
var MOST_BYTES3 = 1e8;
var DOWNLOAD_MS2 = 6e4;
var PER_PAGE3 = 100;
var MOST_PAGES3 = 20;
var MOST_LOOKS = 4;
var PAUSE_MS2 = 3e3;
var decodeArtifacts3 = object({
  total_count: count,
  artifacts: list(decodeArtifact2)
});
async function downloadShards(api, search) {
  const { repository } = search;
  const files = [];
  for (const { id, name, digest } of await findAll(api, search)) {
    const download2 = { repository, id, digest, mostBytes: MOST_BYTES3, withinMs: DOWNLOAD_MS2 };
    const content = await downloadArtifact(api, download2).catch((cause) => {
      throw new Error(`the artifact ${name} cannot be used: ${cause instanceof Error ? cause.message : "no answer"}`, { cause });
    });
    files.push({ name, text: new TextDecoder().decode(content) });
  }
  return files;
}
async function findAll(api, search) {
  for (let look = 1; ; look++) {
    const found2 = (await listArtifacts2(api, search)).flatMap((artifact) => {
      const shard = artifact.expired ? void 0 : parseShardArtifact(artifact.name, search);
      return shard ? [{ artifact, shard }] : [];
    });
    const wanted = Math.max(1, ...found2.map(({ shard }) => shard.count));
    if (found2.length >= wanted || look >= MOST_LOOKS)
      return found2.toSorted((left, right) => left.shard.index - right.shard.index).map(({ artifact }) => artifact);
    await sleep4(search.pauseMs ?? PAUSE_MS2);
  }
}
async function listArtifacts2(api, { repository, runId }) {
  const attempt2 = { what: "the artifacts of this run were not listed", permission: "actions: read" };
  const byId = /* @__PURE__ */ new Map();
  for (let page = 1; page <= MOST_PAGES3; page++) {
    const wanted = { owner: repository.owner, repo: repository.name, run_id: runId, per_page: PER_PAGE3, page };
    const data = await callOrExplain(api, attempt2, ["GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts", wanted]);
    const { artifacts } = decodeArtifacts3(data, "");
    for (const artifact of artifacts) byId.set(artifact.id, artifact);
    if (artifacts.length < PER_PAGE3) return [...byId.values()];
  }
  throw new Error(`this run has more than ${MOST_PAGES3 * PER_PAGE3} artifacts, too many to look through`);
}

// src/action-shards.ts
var NO_BASELINE = { kind: "none" };
async function scheduleOnGithub(request, githubToken, job) {
  const { workspace, log: log2 } = job;
  const stopped = listenForSignals((text2) => log2.say(text2));
  const result = await scheduleShards(request, { ...openPorts({ githubToken, quiet: true, baseline: NO_BASELINE }, job), stopped });
  if (result.kind === "issues") return refuseOnGithub(result.issues, (path) => workspace.fromRoot(path), log2);
  const { startAt, planHash } = result;
  log2.print(`All shards begin at ${startAt}, with the plan ${planHash}.`);
  await publishOutputs({ "start-at": startAt, "plan-hash": planHash });
  return { kind: "done" };
}
var CANCELLED_UPLOAD_MS2 = 4e3;
async function shardOnGithub(request, job) {
  const { workspace, log: log2, context } = job;
  const stopped = listenForSignals((text2) => log2.say(text2));
  const result = await runShard(request, { ...openPorts({ ...request, baseline: NO_BASELINE }, job), stopped });
  if (result.kind === "issues") return refuseOnGithub(result.issues, (path) => workspace.fromRoot(path), log2);
  const { report, reportPath, files, doubts } = result;
  log2.print(`
${renderShardFinal({ ...result, run: report.run }, { width: LOG_WIDTH, paint: paintPlain, reportPath })}`);
  const uploaded = await uploadShard(
    {
      results: files.get("results.json") ?? "",
      key: request.key,
      shard: result.shard,
      attempt: context.runAttempt,
      retentionDays: request.retentionDays
    },
    { env: process.env, ...stopped.aborted && { withinMs: CANCELLED_UPLOAD_MS2 } }
  );
  const problems = [...doubts, ...uploaded.state === "failed" ? [uploaded.sentence] : []];
  if (uploaded.state === "failed") log2.print(uploaded.sentence);
  await tell(result, problems).catch((thrown) => log2.print(`Warning: ${messageOf(thrown)}`));
  const folder = reportPath === void 0 ? "" : workspace.fromRoot(reportPath);
  const artifact = uploaded.state === "uploaded" ? { "artifact-id": String(uploaded.id), "artifact-url": uploaded.url } : {};
  await publishOutputs({ "report-path": folder, "results-path": folder === "" ? "" : `${folder}/results.json`, ...artifact });
  const isSent = uploaded.state === "uploaded";
  return result.outcome.kind === "shard" ? { ...result.outcome, isWritten: result.outcome.isWritten && isSent } : result.outcome;
}
async function tell({ shard }, problems) {
  const word = problems.length === 0 ? "measured; `mode: merge` judges all of them together" : "not sound";
  const lines = [`## ${nameShard(shard)}: ${word}`, "", ...problems.map((problem) => `- ${escapeMarkdown(problem, 600)}`)];
  await publishSummary(`${lines.join("\n")}
`);
  const title = `load-gate: ${nameShard(shard)}`;
  await publishAnnotations(problems.map((message) => ({ level: "error", file: "", line: 1, title, message })));
}
var DOWNLOAD_MS3 = 3e5;
async function mergeOnGithub(request, job) {
  const { workspace, context, log: log2, onTold } = job;
  const stopped = listenForSignals((text2) => log2.say(text2));
  const ports = openPorts(request, job);
  await ports.onSecrets([]);
  const files = await download(request, job);
  const attempt2 = nameAttempt(process.env);
  const result = await mergeShards(request, files, { ...ports, attempt: attempt2 });
  if (result.kind === "issues") return refuseOnGithub(result.issues, (path) => workspace.fromRoot(path), log2);
  return publishOnGithub(tellRun(result), { request, context, workspace, log: log2, stopped, onTold });
}
async function download({ githubToken, key }, { context }) {
  const { repository, runId, runAttempt } = context;
  if (repository === void 0 || runId === void 0 || githubToken === "") {
    throw new GateError(
      "LOAD_GATE_USAGE",
      "mode merge reads the artifacts of its workflow run, and there is no token or no run to read them of",
      {
        hint: "set `github-token: ${{ github.token }}` and give the job `permissions: actions: read`"
      }
    );
  }
  const { openClient: openClient2 } = await import("./chunk-7Z6E26NG.js");
  const api = await openClient2(githubToken, process.env, { totalMs: DOWNLOAD_MS3 });
  try {
    return await downloadShards(api, { repository, runId, key, attempt: runAttempt });
  } catch (thrown) {
    throw unfit([`${messageOf(thrown).replace(/\.$/, "")}.`]);
  }
}

// src/report/render-unjudged.ts
var MOST_REASONS = 20;
var LONGEST2 = 1e3;
function renderUnjudged(unjudged) {
  return render(unjudged, [], []);
}
function tellUnjudged(unjudged) {
  return { hasNews: true, renderComment: (frame) => render(unjudged, [renderMarker(frame.key)], frameLines(frame)) };
}
function render({ what, reasons, hint }, marker, frame) {
  const title = `## ${SIGNS.inconclusive} ${WORDS.inconclusive}: nothing was ${what}`;
  const told2 = reasons.slice(0, MOST_REASONS).map((reason) => `- ${escapeMarkdown(reason, LONGEST2)}`);
  const more = reasons.length - told2.length;
  const next = hint === void 0 ? [] : ["", `What to do: ${escapeMarkdown(hint, LONGEST2)}.`];
  return fitBlocks(
    [
      { head: [...marker, title, ...frame], rows: [], tail: [] },
      { head: [], rows: [...told2, ...more > 0 ? [`- … and ${more} more`] : []], tail: next }
    ],
    COMMENT_LIMIT
  );
}

// src/action-unjudged.ts
async function publishThrown(thrown, log2, awaited2) {
  const { outcome } = explainError(thrown);
  const [title, text2] = thrown instanceof GateError ? [`load-gate: ${thrown.code}`, [thrown.message, thrown.hint].filter(Boolean).join(" — ")] : ["load-gate: a bug", "load-gate ended unexpectedly; the log has the details"];
  await publishAnnotations([{ level: "error", file: "", line: 1, title, message: log2.mask(text2) }]);
  if (outcome.kind !== "not-measured" || !(thrown instanceof GateError)) return;
  const unjudged = describe(thrown, log2);
  const summary = renderUnjudged(unjudged);
  await publishSummary(summary);
  const outputs = { verdict: "inconclusive", breaches: "0", regressions: "0", summary };
  await publishOutputs(outputs);
  if (awaited2 === void 0) return;
  const url = await comment2(unjudged, log2, awaited2);
  if (url !== void 0) await publishOutputs({ ...outputs, "comment-url": url });
}
function describe({ code, message, reasons, hint }, log2) {
  return {
    what: code === "LOAD_GATE_SHARDS_UNFIT" ? "judged" : "measured",
    reasons: (reasons.length > 0 ? reasons : [message]).map((reason) => log2.mask(reason)),
    hint: hint === void 0 ? void 0 : log2.mask(hint)
  };
}
async function comment2(unjudged, log2, { request, context }) {
  const asked = {
    context,
    policy: request.comment,
    token: request.githubToken,
    key: request.key,
    ofRun: void 0,
    reportUrl: void 0
  };
  const outcome = await commentOnChange(tellUnjudged(unjudged), asked, { env: process.env });
  log2.print(outcome.sentence);
  return "url" in outcome ? outcome.url : void 0;
}

// src/github/read-context.ts
function readContext(env, payload) {
  const event = env["GITHUB_EVENT_NAME"] ?? "";
  const repository = readRepository2(env, payload);
  const defaultBranch = readText(payload, "repository", "default_branch") ?? (event === "schedule" ? branchOf(env) : void 0);
  const change = readChange(env, payload, defaultBranch);
  const runId = readCount(env["GITHUB_RUN_ID"]);
  return {
    repository,
    runId,
    runAttempt: readCount(env["GITHUB_RUN_ATTEMPT"]) ?? 1,
    workflow: env["GITHUB_WORKFLOW"] ?? "",
    job: env["GITHUB_JOB"] ?? "",
    event,
    headSha: readHead(env, payload),
    change,
    tokenReach: readReach(env, payload),
    defaultBranch,
    baselineBranch: (change.kind === "found" ? change.pull.baseBranch : void 0) ?? defaultBranch,
    isGhes: isGhes(env),
    runUrl: repository && runId !== void 0 ? nameRun(env, repository, runId) : void 0
  };
}
function readRepository2(env, payload) {
  const [, owner, name] = /^([\w-]{1,100})\/([\w.-]{1,100})$/.exec(env["GITHUB_REPOSITORY"] ?? "") ?? [];
  if (owner === void 0 || name === void 0) return void 0;
  return { owner, name, id: readCount(env["GITHUB_REPOSITORY_ID"]) ?? readId(payload, "repository", "id") };
}
function readCount(text2) {
  return /^[1-9]\d{0,14}$/.test(text2 ?? "") ? Number(text2) : void 0;
}
function branchOf(env) {
  return /^refs\/heads\/(.+)$/.exec(env["GITHUB_REF"] ?? "")?.[1];
}
function readChange(env, payload, defaultBranch) {
  const event = env["GITHUB_EVENT_NAME"];
  switch (event) {
    case "pull_request":
      return readPull(payload);
    case "merge_group":
      return readGroup(payload);
    case "deployment_status": {
      const sha = readHead(env, payload);
      return sha === void 0 ? none2("the event does not say which commit was deployed") : { kind: "to-find", sha };
    }
    case "schedule":
      return none2("a scheduled run is about no change");
    case "pull_request_target":
      return none2("load-gate does not serve pull_request_target, whose token must not meet the code of a fork; use pull_request");
    default:
      return readBranch(env, payload, defaultBranch);
  }
}
function readPull(payload) {
  const number = readId(payload, "pull_request", "number");
  const headSha = readSha(payload, "pull_request", "head", "sha");
  if (number === void 0 || headSha === void 0) return none2("the event does not say which pull request it is about");
  return found({ number, headSha, baseBranch: readText(payload, "pull_request", "base", "ref") });
}
function readGroup(payload) {
  const ref = readText(payload, "merge_group", "head_ref") ?? "";
  const [, branch, digits] = /^(?:refs\/heads\/)?gh-readonly-queue\/(.+)\/pr-(\d+)-[0-9a-f]{40,64}$/.exec(ref) ?? [];
  const number = readCount(digits);
  if (number === void 0) return none2("the event does not say which pull request stands in the merge queue");
  const base = readText(payload, "merge_group", "base_ref")?.replace(/^refs\/heads\//, "");
  return found({ number, headSha: void 0, baseBranch: base ?? branch });
}
function readBranch(env, payload, defaultBranch) {
  const branch = branchOf(env);
  if (branch === void 0) return none2("the run is not on a branch");
  if (branch === defaultBranch) return none2("the run is on the default branch");
  if (readField(payload, "deleted") === true) return none2("the branch was deleted");
  const sha = readHead(env, payload);
  return sha === void 0 ? none2("the runner does not say which commit this is") : { kind: "to-find", sha };
}
function found(pull) {
  return { kind: "found", pull };
}
function none2(why) {
  return { kind: "none", why };
}
function readHead(env, payload) {
  const own = readSha(env, "GITHUB_SHA");
  switch (env["GITHUB_EVENT_NAME"]) {
    case "pull_request":
      return readSha(payload, "pull_request", "head", "sha") ?? own;
    case "merge_group":
      return readSha(payload, "merge_group", "head_sha") ?? own;
    case "deployment_status":
      return readSha(payload, "deployment", "sha") ?? own;
    default:
      return own;
  }
}
var NARROWED = /* @__PURE__ */ new Set(["pull_request", "push", "deployment_status"]);
function readReach(env, payload) {
  const event = env["GITHUB_EVENT_NAME"] ?? "";
  if (event === "pull_request" && isFork(payload)) return "read-only-fork";
  return NARROWED.has(event) && env["GITHUB_ACTOR"] === "dependabot[bot]" ? "read-only-dependabot" : "as-permitted";
}
function isFork(payload) {
  const head = readId(payload, "pull_request", "head", "repo", "id");
  return head === void 0 || head !== readId(payload, "pull_request", "base", "repo", "id");
}
function nameRun(env, { owner, name }, runId) {
  const server = (env["GITHUB_SERVER_URL"] || "https://github.com").replace(/\/+$/, "");
  const attempt2 = readCount(env["GITHUB_RUN_ATTEMPT"]) ?? 1;
  return `${server}/${owner}/${name}/actions/runs/${runId}${attempt2 > 1 ? `/attempts/${attempt2}` : ""}`;
}

// src/github/read-event.ts
import { open } from "node:fs/promises";
var LONGEST_BYTES = 3e7;
async function readEvent(env) {
  const path = env["GITHUB_EVENT_PATH"] ?? "";
  if (path === "") return void 0;
  try {
    var _stack = [];
    try {
      const file = __using(_stack, await open(path), true);
      const { size } = await file.stat();
      return size > LONGEST_BYTES ? void 0 : JSON.parse(await file.readFile("utf8"));
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } catch {
    return void 0;
  }
}

// src/github/read-inputs.ts
async function readInputs(names) {
  const { getInput } = await import("./chunk-34CAMMB6.js");
  return Object.freeze(Object.fromEntries(names.map((name) => [name, getInput(name)])));
}

// src/options/parse-inputs.ts
function parseInputs(inputs, env = {}) {
  const given = [];
  for (const option of OPTIONS) {
    if (!option.input || !Object.hasOwn(inputs, option.name)) continue;
    const text2 = (inputs[option.name] ?? "").trim();
    const manyLines = option.kind === "assignment" || option.name === "scenario";
    for (const part of manyLines ? text2.split("\n") : [text2]) {
      if (part.trim() !== "") given.push({ option, text: part.trim(), at: `input ${option.name}` });
    }
  }
  return buildRequest("run", given, env);
}

// src/workspace/resolve-workspace.ts
import { realpathSync } from "node:fs";
import { relative as relative2, resolve } from "node:path";
function resolveWorkspace(workingDirectory, env) {
  const root = realpathSync(env["GITHUB_WORKSPACE"] || process.cwd());
  let folder;
  try {
    folder = realpathSync(resolve(root, workingDirectory));
  } catch (cause) {
    throw new GateError("LOAD_GATE_USAGE", `the working-directory ${workingDirectory} does not exist`, {
      hint: "is the repository checked out before this step?",
      cause
    });
  }
  if (!isInside(root, folder)) {
    throw new GateError("LOAD_GATE_UNSAFE_PATH", `the working-directory ${workingDirectory} leads out of the workspace`, {
      hint: "name a folder inside the checkout"
    });
  }
  return { root, folder, fromRoot: (path) => relative2(root, resolve(folder, path)).replaceAll("\\", "/") };
}

// src/action.ts
var log = new ActionLog();
var told;
var awaited;
catchStrayErrors(explainStray);
var exitCode;
try {
  exitCode = exitCodeFor(await main());
} catch (thrown) {
  exitCode = explainThrown(thrown);
  await publishThrown(thrown, log, told === void 0 ? awaited : void 0).catch(explainThrown);
}
process.exitCode = exitCode;
process.stdout.write("", () => process.exit(exitCode));
async function main() {
  const inputs = await readInputs(OPTIONS.filter((option) => option.input).map((option) => option.name));
  const githubToken = inputs["github-token"] ?? "";
  if (githubToken !== "") await log.hide([githubToken]);
  const parsed = parseInputs(inputs, process.env);
  if (!parsed.ok) return refuseOnGithub(parsed.issues, (path) => path, log);
  const request = parsed.value;
  const workspace = resolveWorkspace(inputs["working-directory"] ?? "", process.env);
  const context = readContext(process.env, await readEvent(process.env));
  if (context.event === "pull_request_target")
    throw new GateError(
      "LOAD_GATE_USAGE",
      "load-gate does not run on pull_request_target, where the files of a fork would meet your secrets",
      {
        hint: "use pull_request; for comments on pull requests of forks, the pair of workflows in the README"
      }
    );
  const onTold = (outcome) => {
    told = outcome;
  };
  if (awaitsVerdict(request)) awaited = { request, context };
  const job = { workspace, context, log, onTold, isKeyGiven: inputs["key"] !== "" };
  switch (request.command) {
    case "run":
      if (request.shard) return shardOnGithub({ ...request, shard: request.shard }, job);
      return request.runId === void 0 ? gateOnGithub(request, job) : commentOnFork({ ...request, runId: request.runId }, job);
    case "plan":
      return scheduleOnGithub(request, githubToken, job);
    case "merge":
      return mergeOnGithub(request, job);
    case "baseline accept":
      return acceptOnGithub(request, githubToken, job);
    default:
      throw new Error("the action asked for a command that it does not have");
  }
}
function awaitsVerdict(request) {
  return request.command === "merge" || request.command === "run" && request.shard === void 0 && request.runId === void 0;
}
function explainThrown(thrown) {
  const { lines, outcome } = explainError(thrown);
  log.print(lines.join("\n"));
  return exitCodeFor(outcome);
}
function explainStray(thrown) {
  const code = explainThrown(thrown);
  return told === void 0 ? code : exitCodeFor(told);
}
