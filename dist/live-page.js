"use strict";
(() => {
  // src/report/clean-text.ts
  var ESCAPES = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b[ -/]*[0-~]?/g;
  var INVISIBLE = (
    // oxlint-disable-next-line no-control-regex, no-misleading-character-class -- single code points are meant, joiners among them
    /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202f\u205f-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]+/gu
  );
  var LONE_SURROGATE = new RegExp("\\p{Surrogate}", "gu");
  function cleanText(text, longest = 300) {
    const line = text.slice(0, longest * 8).replace(ESCAPES, "").replace(INVISIBLE, " ").replace(LONE_SURROGATE, "�").replace(/ {2,}/g, " ").trim();
    const points = Array.from(line);
    return points.length <= longest ? line : `${points.slice(0, longest - 1).join("")}…`;
  }

  // src/report/html/markup.ts
  var LONGEST = 1e3;
  var REFERENCES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "`": "&#96;" };
  var Html = class {
    #markup;
    constructor(text) {
      this.#markup = text;
    }
    toString() {
      return this.#markup;
    }
  };
  function markup(parts, ...contents) {
    return new Html(parts.map((part, index) => part + (index < contents.length ? escapeContent(contents[index]) : "")).join(""));
  }
  var NOTHING_TO_SHOW = new Html("");
  function escapeContent(content) {
    if (content === void 0) return "";
    if (content instanceof Html) return content.toString();
    if (typeof content === "number") return escapeText(String(content));
    return typeof content === "string" ? escapeText(content) : content.map(escapeContent).join("");
  }
  function escapeText(text) {
    return cleanText(text, LONGEST).replace(/[&<>"'`]/g, (character) => REFERENCES[character] ?? "");
  }
  function pathData(d) {
    if (!/^[MLHVZhvz\d .-]*$/.test(d)) throw new RangeError("a path holds commands and numbers alone");
    return new Html(d);
  }
  function dataBlock(data) {
    const json = JSON.stringify(data).replace(
      /[<>&\u2028\u2029]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`
    );
    return new Html(`<script type="application/json">${json}<\/script>`);
  }
  function showName(name, longest = 120) {
    return markup`<bdi class="name">${cleanText(name, longest)}</bdi>`;
  }

  // src/units.ts
  var SIZE_BYTES = { B: 1, KB: 1e3, MB: 1e6, GB: 1e9, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 };
  function formatNumber(value, digits = 1) {
    const [whole = "0", fraction = ""] = Math.abs(value).toFixed(digits).split(".");
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
    const trimmed = fraction.replace(/0+$/, "");
    const text = trimmed ? `${grouped}.${trimmed}` : grouped;
    return value < 0 && text !== "0" ? `-${text}` : text;
  }
  function formatLatency(latencyUs) {
    const ms = latencyUs / 1e3;
    if (ms < 99.95) return `${ms.toFixed(1)} ms`;
    if (ms < 999.5) return `${ms.toFixed(0)} ms`;
    if (ms < 9995) return `${(ms / 1e3).toFixed(2)} s`;
    if (ms < 99950) return `${(ms / 1e3).toFixed(1)} s`;
    return `${(ms / 1e3).toFixed(0)} s`;
  }
  function formatDuration(durationMs) {
    if (durationMs < 1e3) return `${formatNumber(durationMs, 0)} ms`;
    if (durationMs < 6e4) return `${formatNumber(durationMs / 1e3)} s`;
    const totalSeconds = Math.round(durationMs / 1e3);
    const parts = [
      [Math.floor(totalSeconds / 3600), "h"],
      [Math.floor(totalSeconds % 3600 / 60), "m"],
      [totalSeconds % 60, "s"]
    ];
    return parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`).join(" ");
  }
  function formatRatio(ratio) {
    const percent2 = ratio * 100;
    if (percent2 === 0) return "0 %";
    const digits = Math.abs(percent2) >= 10 ? 1 : Math.abs(percent2) >= 0.1 ? 2 : 4;
    return `${formatNumber(percent2, digits)} %`;
  }
  function formatRate(perSecond2) {
    return `${formatNumber(perSecond2, perSecond2 >= 100 ? 0 : perSecond2 >= 1 ? 1 : 3)}/s`;
  }

  // src/verdict/describe-level-changes.ts
  var MOST_TOLD = 3;
  function describeLevelChanges(changes) {
    const told = changes.slice(0, MOST_TOLD).map(({ atMs, fromUsers, users }) => {
      const atSecond = Math.round(atMs / 100) * 100;
      return `from ${formatNumber(fromUsers, 0)} to ${formatNumber(users, 0)} at ${formatDuration(atSecond)}`;
    });
    const left = changes.length - told.length;
    return left > 0 ? `${told.join(", ")}, and ${formatNumber(left, 0)} more` : told.join(", ");
  }

  // src/metrics/distribution.ts
  var EMPTY_DISTRIBUTION = Object.freeze({
    count: 0,
    lowestUs: 0,
    highestUs: 0,
    sumUs: 0,
    buckets: Object.freeze([]),
    counts: Object.freeze([])
  });
  var SUB_BUCKET_HALF_COUNT = 1024;
  function highestValueOfBucket(index) {
    const half = Math.floor(index / SUB_BUCKET_HALF_COUNT);
    if (half === 0) return index;
    const bucket = half - 1;
    const subBucket = index % SUB_BUCKET_HALF_COUNT + SUB_BUCKET_HALF_COUNT;
    return (subBucket + 1) * 2 ** bucket - 1;
  }
  function percentileUs(distribution, percentile) {
    return valueAtRank(distribution, rankOf(distribution.count, percentile));
  }
  function rankOf(count, percentile) {
    if (count === 0) return 0;
    return Math.min(count, Math.max(1, Math.ceil(percentile / 100 * count - 1e-9)));
  }
  function valueAtRank(distribution, rank) {
    if (rank < 1 || rank > distribution.count) return void 0;
    let seen = 0;
    for (let position = 0; position < distribution.buckets.length; position++) {
      seen += distribution.counts[position] ?? 0;
      if (seen >= rank) return Math.min(highestValueOfBucket(distribution.buckets[position] ?? 0), distribution.highestUs);
    }
    return distribution.highestUs;
  }
  function minUs(distribution) {
    return distribution.count === 0 ? void 0 : distribution.lowestUs;
  }
  function maxUs(distribution) {
    return distribution.count === 0 ? void 0 : distribution.highestUs;
  }
  function mergeDistributions(parts) {
    const filled = parts.filter((part) => part.count > 0);
    if (filled.length === 0) return EMPTY_DISTRIBUTION;
    if (filled.length === 1 && filled[0]) return filled[0];
    const byBucket = /* @__PURE__ */ new Map();
    let count = 0;
    let sumUs = 0;
    let lowestUs = Number.POSITIVE_INFINITY;
    let highestUs = 0;
    for (const part of filled) {
      count += part.count;
      sumUs += part.sumUs;
      lowestUs = Math.min(lowestUs, part.lowestUs);
      highestUs = Math.max(highestUs, part.highestUs);
      for (const [position, bucket] of part.buckets.entries()) {
        byBucket.set(bucket, (byBucket.get(bucket) ?? 0) + (part.counts[position] ?? 0));
      }
    }
    const buckets = [...byBucket.keys()].sort((left, right) => left - right);
    return { count, lowestUs, highestUs, sumUs, buckets, counts: buckets.map((bucket) => byBucket.get(bucket) ?? 0) };
  }

  // src/report/format-reading.ts
  var NOTHING = "–";

  // src/metrics/engine-info.ts
  var EMBEDDED_ENGINE = Object.freeze({ kind: "embedded" });
  function explainMissing(engine, facet) {
    return engine?.kind === "import" ? engine.missing.find(({ facets }) => facets.includes(facet))?.sentence : void 0;
  }

  // src/metrics/counts.ts
  function zeroRequests() {
    return {
      started: 0,
      ok: 0,
      failed: 0,
      timedOut: 0,
      cut: 0,
      dropped: 0,
      interrupted: 0,
      okBeforeEnd: 0,
      sentBeforeEnd: 0,
      receivedBeforeEnd: 0,
      drops: 0
    };
  }
  function zeroMessages() {
    return { messagesIn: 0, messagesOut: 0, unmatched: 0, late: 0, duplicates: 0 };
  }
  function zeroIterations() {
    return { planned: 0, started: 0, dropped: 0, missed: 0, ok: 0, failed: 0, cut: 0, interrupted: 0 };
  }
  function addCounts(total, part) {
    for (const key of Object.keys(part)) {
      total[key] = total[key] + part[key];
    }
  }
  function attemptsOf(counts) {
    return counts.ok + counts.failed + lostOf(counts);
  }
  function failuresOf(counts) {
    return counts.failed + lostOf(counts) + counts.drops;
  }
  function lostOf(counts) {
    return counts.timedOut + counts.cut + counts.dropped;
  }
  function sumCounts(all) {
    const sum = zeroRequests();
    for (const counts of all) addCounts(sum, counts);
    return sum;
  }
  function addStatus(all) {
    const sum = /* @__PURE__ */ new Map();
    for (const [code, count] of all.flatMap((status) => Object.entries(status))) sum.set(code, (sum.get(code) ?? 0) + count);
    return Object.fromEntries(sum);
  }

  // src/verdict/judged-latency.ts
  function judgeLatency(view2, span, failuresLost) {
    const answered = view2[span];
    if (span === "session") return { answered, lost: 0, lowerBoundUs: void 0 };
    const lost = lostOf(view2.counts) + (failuresLost ? view2.counts.failed : 0);
    const slowest = maxUs(answered);
    const waited = span === "ttfb" ? void 0 : minUs(view2.failedService);
    const waitedByAll = view2.counts.dropped === 0 ? waited ?? 0 : 0;
    const lowerBoundUs = slowest === void 0 ? waited : Math.max(slowest, waitedByAll);
    return { answered, lost, lowerBoundUs };
  }
  function countJudged(judged) {
    return judged.answered.count + judged.lost;
  }
  function judgedPercentile(judged, percentile) {
    const rank = rankOf(countJudged(judged), percentile);
    if (rank === 0) return void 0;
    const us = valueAtRank(judged.answered, rank);
    return us === void 0 ? { state: "censored", atLeastUs: judged.lowerBoundUs } : { state: "exact", us };
  }

  // src/verdict/list-judged-seconds.ts
  function listJudgedPhases(phases) {
    return phases.flatMap(({ plan }, index) => plan.warmup || plan.model === "pause" ? [] : [index]);
  }
  function listSecondsOf(phases) {
    const seconds = /* @__PURE__ */ new Set();
    for (const { startMs, endMs } of phases) {
      if (startMs === void 0 || endMs === void 0) continue;
      for (let second = Math.ceil((startMs - 500) / 1e3); second * 1e3 + 500 < endMs; second++) seconds.add(second);
    }
    return [...seconds].sort((left, right) => left - right);
  }

  // src/verdict/merge-sockets.ts
  function mergeSockets(series, phases) {
    const messages = zeroMessages();
    for (const { socket } of series.flat()) if (socket) addCounts(messages, socket.counts);
    return {
      messages,
      concurrent: Math.max(mostOfOne(series.flat()), ...phases.map((phase, place2) => mostTogether(series, phase, place2))),
      carried: series.reduce((sum, parts) => sum + countCarried(parts), 0)
    };
  }
  function chargeableOf({ counts, carried }) {
    return attemptsOf(counts) + carried;
  }
  function countCarried(parts) {
    const counts = zeroRequests();
    for (const part of parts) addCounts(counts, part.counts);
    return Math.max(0, mostOfOne(parts) - attemptsOf(counts), counts.drops - counts.ok);
  }
  function mostOfOne(parts) {
    return parts.reduce((most, { socket }) => Math.max(most, socket?.concurrent ?? 0), 0);
  }
  function mostTogether(series, { endMs }, place2) {
    const bySecond = /* @__PURE__ */ new Map();
    let most = 0;
    for (const parts of series) {
      for (const { second, open } of parts[place2]?.socket?.seconds ?? []) {
        if (second * 1e3 >= (endMs ?? Number.POSITIVE_INFINITY)) continue;
        const together = (bySecond.get(second) ?? 0) + open;
        bySecond.set(second, together);
        most = Math.max(most, together);
      }
    }
    return most;
  }

  // src/verdict/merge-series-phases.ts
  function mergeSeriesPhases(series, phases) {
    const parts = series.flat();
    const inPhases = new Set(listSecondsOf(phases));
    const slices = mergeSlices(
      parts.map((part) => part.slices),
      inPhases
    );
    return {
      ...mergeSockets(series, phases),
      counts: sumCounts(parts.map((part) => part.counts)),
      status: addStatus(parts.map((part) => part.status)),
      latency: mergeDistributions(parts.map((part) => part.latency)),
      service: mergeDistributions(parts.map((part) => part.service)),
      ttfb: mergeDistributions(parts.map((part) => part.ttfb)),
      session: mergeDistributions(parts.map((part) => part.session)),
      failedService: mergeDistributions(parts.map((part) => part.failedService)),
      bytesSent: parts.reduce((sum, part) => sum + part.bytesSent, 0),
      bytesReceived: parts.reduce((sum, part) => sum + part.bytesReceived, 0),
      durationMs: phases.reduce((sum, { startMs, endMs }) => sum + (startMs === void 0 || endMs === void 0 ? 0 : endMs - startMs), 0),
      hasWorkLeft: phases.some(({ plan, iterations }) => plan.model === "iterations" && iterations.dropped > 0),
      slices,
      phaseSlices: slices.filter(({ second }) => inPhases.has(second)),
      ...parts.length === 1 && parts[0]?.stated && { stated: parts[0].stated }
    };
  }
  function mergeSlices(lists, seconds) {
    const bySecond = new Map([...seconds].map((second) => [second, []]));
    for (const slice of lists.flat()) {
      const together = bySecond.get(slice.second);
      if (together) together.push(slice);
      else bySecond.set(slice.second, [slice]);
    }
    return [...bySecond].sort(([left], [right]) => left - right).map(([second, slices]) => addSlices(second, slices));
  }
  function addSlices(second, slices) {
    let ok = 0;
    let failed = 0;
    let censored = 0;
    for (const slice of slices) {
      ok += slice.ok;
      failed += slice.failed;
      censored += slice.censored;
    }
    const latency2 = slices.length === 0 ? EMPTY_DISTRIBUTION : mergeDistributions(slices.map((slice) => slice.latency));
    return { second, ok, failed, censored, latency: latency2 };
  }

  // src/report/summarize-endpoints.ts
  function summarizeEndpoints(run) {
    const judged = listJudgedPhases(run.phases);
    const phases = judged.flatMap((index) => run.phases[index] ?? []);
    const partsOf = run.series.map((series) => judged.flatMap((index) => series.perPhase[index] ?? []));
    const rows = run.series.map(({ name, kind, method, selected }, index) => ({
      name,
      kind,
      method,
      selected,
      ...summarize([partsOf[index] ?? []], phases, run.engine)
    }));
    const whole = summarize(partsOf, phases, run.engine);
    const { statedTotal: stated = whole.stated } = run;
    return { rows, total: { name: "total", kind: "total", method: "", selected: true, ...whole, ...stated && { stated } } };
  }
  function summarize(series, phases, engine) {
    const view2 = mergeSeriesPhases(series, phases);
    const parts = series.flat();
    const isCounted = attemptsOf(view2.counts) > 0 || view2.stated === void 0 || view2.stated.count !== void 0;
    const attempts = isCounted ? attemptsOf(view2.counts) : void 0;
    const failed = isCounted && explainMissing(engine, "failures") === void 0 ? failuresOf(view2.counts) : void 0;
    const hasRate = failed !== void 0 && view2.durationMs > 0 && attemptsOf(view2.counts) > 0;
    const chargeable = chargeableOf(view2);
    const span = (pick) => mergeDistributions(parts.map(pick));
    return {
      ...view2,
      attempts,
      failed,
      failedRatio: failed === void 0 || chargeable === 0 ? void 0 : failed / chargeable,
      knowsConnections: explainMissing(engine, "connections") === void 0,
      okPerSec: hasRate ? view2.counts.okBeforeEnd / (view2.durationMs / 1e3) : void 0,
      failures: mergeFailures(parts.flatMap((part) => part.failures)),
      failedLatency: span((part) => part.failedLatency),
      queue: span((part) => part.queue),
      connect: span((part) => part.connect),
      tls: span((part) => part.tls),
      body: span((part) => part.body)
    };
  }
  function mergeFailures(failures) {
    const merged = /* @__PURE__ */ new Map();
    for (const failure of failures) {
      const key = `${failure.class}
${failure.reason}`;
      const known = merged.get(key);
      const earlier = known && known.firstMs <= failure.firstMs ? known : failure;
      const count = failure.count + (known?.count ?? 0);
      merged.set(key, { ...earlier, count, lastMs: Math.max(failure.lastMs, known?.lastMs ?? 0) });
    }
    return [...merged.values()].sort((left, right) => right.count - left.count || compareText(left.reason, right.reason));
  }
  function compareText(left, right) {
    return left < right ? -1 : left > right ? 1 : 0;
  }

  // src/report/escape-markdown.ts
  function findName(text, names) {
    let found;
    for (const name of names) {
      const at = name === "" || !name.isWellFormed() ? -1 : indexOfName(text, name);
      if (at < 0) continue;
      if (!found || at < found.at || at === found.at && name.length > found.name.length) found = { name, at };
    }
    return found;
  }
  function indexOfName(text, name) {
    const isWord = (character) => character !== void 0 && /[\p{L}\p{N}_]/u.test(character);
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const joinsBefore = isWord(name[0]) && isWord(text[at - 1]);
      const joinsAfter = isWord(name.at(-1)) && isWord(text[at + name.length]);
      if (!joinsBefore && !joinsAfter) return at;
    }
    return -1;
  }

  // src/report/html/mark-names.ts
  var LONGEST_SENTENCE = 600;
  function markNames(sentence, names) {
    let rest = cleanText(sentence, LONGEST_SENTENCE);
    const parts = [];
    for (let found = findName(rest, names); found; found = findName(rest, names)) {
      parts.push(showPiece(rest.slice(0, found.at)), showName(found.name, LONGEST_SENTENCE));
      rest = rest.slice(found.at + found.name.length);
    }
    return markup`${parts}${showPiece(rest)}`;
  }
  function showPiece(text) {
    return markup`${text.startsWith(" ") ? markup` ` : void 0}${text}${text.length > 1 && text.endsWith(" ") ? markup` ` : void 0}`;
  }

  // src/report/html/state-sign.ts
  var SIGN_SHAPES = markup`<svg class="unseen" aria-hidden="true"><symbol id="s-good" viewBox="0 0 16 16"><circle cx="8" cy="8" r="8"/><path d="M4.5 8.2l2.4 2.4 4.7-5"/></symbol><symbol id="s-bad" viewBox="0 0 16 16"><path class="body" d="M5 0h6l5 5v6l-5 5H5l-5-5V5z"/><path d="M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6"/></symbol><symbol id="s-doubt" viewBox="0 0 16 16"><path class="body" d="M8 .8l8 14.4H0z"/><path d="M8 6v4.2M8 12.6v.2"/></symbol><symbol id="s-none" viewBox="0 0 16 16"><circle class="ring" cx="8" cy="8" r="7"/><path d="M5 8h6"/></symbol></svg> `;
  function showState(sign, word) {
    return markup`<span class="state ${sign}">${drawSign(sign)}${word}</span>`;
  }
  function drawSign(sign) {
    return markup`<svg class="sign ${sign}" width="16" height="16" aria-hidden="true"><use href="#s-${sign}"/></svg>`;
  }
  function signVerdict({ state: state2 }) {
    return state2 === "pass" ? "good" : state2 === "inconclusive" ? "doubt" : "bad";
  }

  // src/report/html/verdict-section.ts
  var VERDICT_WORDS = {
    pass: "Pass",
    breach: "Breach",
    regression: "Regression",
    inconclusive: "Inconclusive"
  };

  // src/terminal/web/client/describe-state.ts
  function describeState({ stage, link: link2 }) {
    if (stage.kind === "ended") {
      const { verdict } = stage.end;
      return verdict ? { word: VERDICT_WORDS[verdict.state], sign: signVerdict(verdict) } : { word: "Ended without a verdict", sign: "doubt" };
    }
    if (link2 === "lost") return { word: "Connection lost", sign: "doubt" };
    if (link2 === "opening") return { word: "Connecting", sign: "none" };
    if (stage.kind === "running") return { word: describeMoment(stage.run), sign: "live" };
    return { word: stage.kind === "asking" && stage.isSent ? "Starting" : "Waiting", sign: "none" };
  }
  function describeMoment(run) {
    const phase = currentPhase(run);
    if (!run.snapshot) return "Starting";
    if (!phase) return "Draining";
    if (phase.plan.model === "pause") return "Pause";
    return phase.plan.warmup ? "Warm-up" : "Running";
  }
  function currentPhase({
    burst,
    phase
  }) {
    const plan = phase === void 0 ? void 0 : burst.phases[phase];
    return plan && phase !== void 0 ? { place: phase, plan } : void 0;
  }
  function describeTab(state2) {
    const { word } = describeState(state2);
    const { run, stage } = state2;
    const name = run?.burst.name ?? (stage.kind === "asking" ? stage.form.name : void 0) ?? "load-gate";
    const checks = stage.kind === "running" ? stage.run.snapshot?.checks ?? [] : [];
    const broken = checks.filter((check) => check.state === "broken").length;
    return `${broken > 0 ? `${formatNumber(broken, 0)} broken, ` : ""}${word}: ${name}`;
  }

  // src/terminal/web/client/patch-element.ts
  var { trustedTypes } = globalThis;
  var policy = trustedTypes?.createPolicy("load-gate", { createHTML: (text) => text }) ?? { createHTML: (text) => text };
  var KEPT = "data-kept";
  function patchElement(target, html) {
    const template = document.createElement("template");
    template.innerHTML = policy.createHTML(html.toString());
    const focused = document.activeElement;
    patchChildren(target, template.content);
    if (focused instanceof HTMLElement && focused !== document.activeElement && target.contains(focused))
      focused.focus({ preventScroll: true });
  }
  function patchChildren(target, source) {
    const keyed = /* @__PURE__ */ new Map();
    for (const child of target.childNodes) {
      const key = keyOf(child);
      if (key !== void 0) keyed.set(key, child);
    }
    let place2 = skipKept(target.firstChild);
    for (const wanted of [...source.childNodes]) {
      const key = keyOf(wanted);
      const known = key === void 0 ? place2 : keyed.get(key);
      if (key !== void 0) keyed.delete(key);
      if (known && isAlike(known, wanted)) {
        if (known === place2) place2 = skipKept(place2.nextSibling);
        else target.insertBefore(known, place2);
        patchNode(known, wanted);
      } else {
        target.insertBefore(wanted, place2);
      }
    }
    while (place2) {
      const next = skipKept(place2.nextSibling);
      place2.remove();
      place2 = next;
    }
  }
  function skipKept(node) {
    let current = node;
    while (current instanceof Element && current.hasAttribute(KEPT)) current = current.nextSibling;
    return current;
  }
  function keyOf(node) {
    return node instanceof Element ? node.getAttribute("data-key") ?? void 0 : void 0;
  }
  function isAlike(known, wanted) {
    return known.nodeType === wanted.nodeType && known.nodeName === wanted.nodeName && keyOf(known) === keyOf(wanted);
  }
  function patchNode(known, wanted) {
    if (known instanceof Element && wanted instanceof Element) {
      patchAttributes(known, wanted);
      patchChildren(known, wanted);
    } else if (known.nodeValue !== wanted.nodeValue) {
      known.nodeValue = wanted.nodeValue;
    }
  }
  function patchAttributes(known, wanted) {
    for (const { name, value } of [...wanted.attributes]) if (known.getAttribute(name) !== value) known.setAttribute(name, value);
    for (const { name } of [...known.attributes]) {
      const isOfReader = name === "open" && known.localName === "details";
      if (!wanted.hasAttribute(name) && !isOfReader) known.removeAttribute(name);
    }
  }

  // src/terminal/web/client/draw-loop.ts
  var EVERY_MS = 1e3;
  var FRAME_MS = 30;
  var SHARE = 0.05;
  var OLDEST_MS = 5e3;
  var DrawLoop = class {
    #parts = /* @__PURE__ */ new Map();
    #seen;
    #timer;
    #onDrawn = () => {
    };
    constructor() {
      this.#seen = new IntersectionObserver((entries) => this.#see(entries), { rootMargin: "200px 0px" });
      document.addEventListener("visibilitychange", () => this.#plan());
      window.addEventListener("beforeprint", () => this.#drawAll());
    }
    /** `isAlways`: drawn also where it is out of sight, because what stands below would jump. */
    add(part, isAlways = false) {
      this.#parts.set(part.element, { part, isSeen: isAlways, isStale: true, dueAt: 0 });
      if (!isAlways) this.#seen.observe(part.element);
    }
    /** Told after each picture. */
    onDrawn(then) {
      this.#onDrawn = then;
    }
    /** Something has changed. `now`: somebody has asked for it and waits. */
    refresh(when = "soon") {
      for (const drawn of this.#parts.values()) {
        drawn.isStale = true;
        if (drawn.part.isShown) drawn.part.element.hidden = !drawn.part.isShown();
        if (when === "now") drawn.dueAt = 0;
      }
      this.#plan();
    }
    /** On paper everything is in sight, and an old picture beside new figures would be wrong. */
    #drawAll() {
      for (const drawn of this.#parts.values()) {
        if (!drawn.isStale || drawn.part.isShown?.() === false) continue;
        drawn.isStale = false;
        drawPart(drawn.part);
      }
      this.#onDrawn();
    }
    #see(entries) {
      for (const { target, isIntersecting } of entries) {
        const drawn = this.#parts.get(target);
        if (drawn) drawn.isSeen = isIntersecting;
      }
      this.#plan();
    }
    #waiting() {
      return [...this.#parts.values()].filter(({ isSeen, isStale }) => isSeen && isStale);
    }
    #plan() {
      const waiting = this.#waiting();
      if (waiting.length === 0 || document.hidden) return;
      clearTimeout(this.#timer);
      const dueAt = Math.min(...waiting.map((each) => each.dueAt));
      this.#timer = setTimeout(() => requestAnimationFrame(() => this.#draw()), Math.max(0, dueAt - performance.now()));
    }
    #draw() {
      const beganAt = performance.now();
      for (const drawn of this.#waiting()) {
        const startedAt = performance.now();
        if (startedAt - beganAt > FRAME_MS) break;
        if (drawn.dueAt > startedAt) continue;
        drawn.isStale = false;
        drawPart(drawn.part);
        const tookMs = performance.now() - startedAt;
        drawn.dueAt = startedAt + Math.min(OLDEST_MS, Math.max(EVERY_MS * 0.9, tookMs / SHARE));
      }
      this.#onDrawn();
      this.#plan();
    }
  };
  function drawPart({ element, render, onDrawn, isShown }) {
    const html = render();
    if (!isShown) element.hidden = html.toString() === "";
    patchElement(element, html);
    onDrawn?.();
  }

  // src/terminal/web/client/read-choice.ts
  function readStart(form, fields) {
    const target = form.isTargetFixed ? form.target : fields("target")?.trim() ?? form.target;
    const levels = form.phases.map((phase, index) => readPhase(phase, index, fields));
    return { kind: "start", target, levels: levels.filter((level) => Object.keys(level).length > 1) };
  }
  function readPhase(phase, index, fields) {
    const changed = (field, before) => {
      const value = readNumber(fields(`${field}-${index}`));
      return value === before ? void 0 : value;
    };
    if (phase.model === "open") {
      const arrivalRatePerSec = changed("rate", phase.arrivalRatePerSec);
      return { phase: phase.name, ...arrivalRatePerSec !== void 0 && { arrivalRatePerSec } };
    }
    if (phase.model !== "closed") return { phase: phase.name };
    const [users, spawnRatePerSec] = [changed("users", phase.users), changed("spawn", phase.spawnRatePerSec)];
    return { phase: phase.name, ...users !== void 0 && { users }, ...spawnRatePerSec !== void 0 && { spawnRatePerSec } };
  }
  function readLevel(phase, fields) {
    const [users, spawnRatePerSec] = [readNumber(fields("users")), readNumber(fields("spawn"))];
    if (users === void 0 || spawnRatePerSec === void 0 || !Number.isInteger(users) || spawnRatePerSec <= 0) return void 0;
    return { kind: "level", phase, users, spawnRatePerSec };
  }
  function readNumber(text) {
    if (text === void 0 || text.trim() === "") return void 0;
    const value = Number(text);
    return Number.isFinite(value) && value >= 0 ? value : void 0;
  }

  // src/terminal/web/client/handle-actions.ts
  function handleActions(scene) {
    followTheme(scene);
    document.addEventListener("click", ({ target }) => {
      const actor = target instanceof Element ? target.closest("[data-do]") : null;
      if (actor && actor.localName !== "form") act(actor, scene);
    });
    document.addEventListener("keydown", ({ key }) => {
      if (key === "Escape" && scene.view.now.stop === "asking") answerStop(scene, "idle");
    });
    document.addEventListener("submit", (event) => {
      event.preventDefault();
      const form = event.target;
      if (form instanceof HTMLFormElement) submit(form, scene);
    });
  }
  function act(actor, scene) {
    const { view: view2, refresh } = scene;
    const { do: what, series, sort } = actor.dataset;
    switch (what) {
      case "stop":
        answerStop(scene, "asking");
        return;
      case "stop-no":
        answerStop(scene, "idle");
        return;
      case "stop-yes":
        answerStop(scene, scene.link.send({ kind: "stop" }) ? "sent" : "idle");
        return;
      case "focus":
        focusSeries(series === void 0 || series === "" ? void 0 : Number(series), scene);
        return;
      case "sort":
        view2.change({ sort });
        refresh();
        return;
      case "all":
        view2.change({ showsAll: true });
        refresh();
        return;
      case "theme":
        switchTheme(scene);
        return;
      default:
    }
  }
  function answerStop({ view: view2, refresh, find: find2 }, stop) {
    view2.change({ stop });
    refresh();
    const next = stop === "asking" ? '[data-do="stop-no"]' : '[data-do="stop"]';
    afterDrawing(() => find2("head").querySelector(next)?.focus());
  }
  function focusSeries(focus, { view: view2, refresh, find: find2 }) {
    const before = view2.now.focus;
    view2.change({ focus });
    refresh();
    afterDrawing(() => {
      if (focus !== void 0) {
        find2("charts-h").focus({ preventScroll: true });
        const { top } = find2("charts").getBoundingClientRect();
        if (top > window.innerHeight * 0.6 || top < 0) find2("charts").scrollIntoView();
      } else if (before !== void 0) {
        find2("endpoints").querySelector(`[data-key="${before}"] .pick`)?.focus();
      }
    });
  }
  function afterDrawing(then) {
    setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(then)), 0);
  }
  function submit(form, { state: state2, view: view2, link: link2, refresh }) {
    const fields = (name) => {
      const field = form.elements.namedItem(name);
      return field instanceof HTMLInputElement ? field.value : void 0;
    };
    const { stage } = state2;
    if (form.dataset["do"] === "start" && stage.kind === "asking") {
      if (link2.send(readStart(stage.form, fields))) state2.markSent();
    }
    if (form.dataset["do"] === "level" && stage.kind === "running") {
      const phase = currentPhase(stage.run);
      const level = phase && readLevel(phase.place, fields);
      const isSent = level !== void 0 && link2.send(level);
      const count = (users = 0) => users === 1 ? "1 user" : `${users} users`;
      view2.change({
        asked: isSent ? `Asked for ${count(level.users)} at ${count(level.spawnRatePerSec)} per second.` : "Not sent: whole users from 0, and a rate above 0."
      });
    }
    refresh();
  }
  var DARK = "(prefers-color-scheme: dark)";
  function followTheme({ view: view2, refresh }) {
    const media = matchMedia(DARK);
    const follow = () => {
      if (document.documentElement.dataset["theme"] === void 0) view2.change({ isDark: media.matches });
      refresh();
    };
    media.addEventListener("change", follow);
    follow();
  }
  function switchTheme({ view: view2, refresh }) {
    const isDark = !view2.now.isDark;
    document.documentElement.dataset["theme"] = isDark ? "dark" : "light";
    view2.change({ isDark });
    refresh();
  }

  // src/terminal/web/client/keep-files.ts
  var TYPES = { html: "text/html", csv: "text/csv", json: "application/json", xml: "application/xml" };
  function keepFiles() {
    const urls = /* @__PURE__ */ new Map();
    return {
      urls,
      keep: (files2) => {
        for (const url of urls.values()) URL.revokeObjectURL(url);
        urls.clear();
        for (const [name, text] of Object.entries(files2)) {
          const type = TYPES[name.split(".").at(-1) ?? ""] ?? "text/plain";
          urls.set(name, URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` })));
        }
      }
    };
  }

  // src/report/html/build-timeline.ts
  function buildTimeAxis(run, mostSteps) {
    let last = 0;
    for (const { perPhase } of run.series)
      for (const { slices, socket } of perPhase) last = Math.max(last, slices.at(-1)?.second ?? 0, socket?.seconds.at(-1)?.second ?? 0);
    const endSec = Math.max(1, Math.ceil(run.durationMs / 1e3), last + 1);
    return { stepSec: Math.ceil(endSec / mostSteps), endSec };
  }
  function buildTimeline(slices, axis) {
    const groups = Array.from({ length: countSteps(axis) }, () => []);
    for (const slice of slices) groups[Math.floor(slice.second / axis.stepSec)]?.push(slice);
    return { ...axis, steps: groups.map(addStep) };
  }
  function countSteps({ stepSec, endSec }) {
    return Math.ceil(endSec / stepSec);
  }
  function listSlices(series, phases) {
    const isIn = (place2) => phases === void 0 || phases.includes(place2);
    return series.flatMap(({ perPhase }) => perPhase.filter((_, place2) => isIn(place2)).flatMap(({ slices }) => slices));
  }
  function addStep(slices) {
    const sum = (of) => slices.reduce((total, slice) => total + of(slice), 0);
    return {
      ok: sum(({ ok }) => ok),
      failed: sum(({ failed }) => failed),
      censored: sum(({ censored }) => censored),
      latency: () => mergeDistributions(slices.map(({ latency: latency2 }) => latency2))
    };
  }
  function perSecond(count, step, { stepSec, endSec }) {
    return count / Math.max(1, Math.min(stepSec, endSec - step * stepSec));
  }

  // src/report/html/draw-marks.ts
  var WIDTH = 2e3;
  var HEIGHT = 1e3;
  function drawMarks({ scale, showTick, ticks, bands, drawn, size }) {
    return markup`${bands.map(drawBand)}${drawGrid(scale.ticks.map((value) => ({ share: scale.toShare(value), label: showTick(value) })))}${openCanvas(
      WIDTH,
      HEIGHT,
      drawCurves(drawn, (value) => scale.toShare(value))
    )}${drawLabels(scale.ticks.map((value) => ({ share: scale.toShare(value), label: showTick(value) })))}${bands.map((band) => labelBand(band, size === "tall"))}${drawTicks(ticks)}`;
  }
  function openCanvas(width, height, inside) {
    return markup`<svg width="100%" height="${percent(1, TALL)}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none">${inside}</svg>`;
  }
  function drawGrid(ticks) {
    return markup`<g class="grid">${ticks.map(({ share }) => markup`<line x2="100%" y1="${percent(1 - share, TALL)}" y2="${percent(1 - share, TALL)}"/>`)}</g>`;
  }
  function drawLabels(ticks) {
    const spaced = ticks.filter(({ share }, index) => index === 0 || Math.abs(share - (ticks[index - 1]?.share ?? 0)) > 0.02);
    return markup`<g class="scale">${spaced.map(({ share, label }) => markup`<text${share > 0.97 ? markup` class="top"` : void 0} y="${percent(1 - share, TALL)}" dy="${share > 0.97 ? 11 : -3}">${label}</text>`)}</g>`;
  }
  function drawTicks(ticks) {
    let last = -1;
    const shown = ticks.filter(({ share }) => {
      const isShown = share <= 1 && share - last >= CLOSEST;
      if (isShown) last = share;
      return isShown;
    });
    return markup`<g class="axis">${shown.map(({ share, label }) => {
      const anchor = share < 0.03 ? "start" : share > 0.95 ? "end" : "middle";
      return markup`<text x="${percent(share)}" y="100%" dy="-4" text-anchor="${anchor}">${label}</text>`;
    })}</g>`;
  }
  var CLOSEST = 0.1;
  function drawBand({ from, to, kind, label }) {
    return markup`<rect class="band ${kind}" x="${percent(from)}" width="${percent(to - from)}" height="${percent(1, TALL)}"><title>${label}</title></rect><line class="edge" x1="${percent(from)}" x2="${percent(from)}" y2="${percent(1, TALL)}"/>`;
  }
  var NARROW = 42;
  var WIDE = 100;
  function labelBand({ from, to, label }, isWide) {
    const isRoomy = isWide && Array.from(label).length > (to - from) * NARROW;
    const room = Math.floor((to - from) * (isRoomy ? WIDE : NARROW));
    const points = Array.from(label);
    const text = points.length <= room ? label : `${points.slice(0, room - 1).join("")}…`;
    if (room < Math.min(5, points.length)) return void 0;
    return markup`<text class="${isRoomy ? "phase roomy" : "phase"}" x="${percent((from + to) / 2)}" y="0" dy="10" text-anchor="middle">${text}</text>`;
  }
  var TALL = 0.9;
  function percent(share, of = 1) {
    return `${Math.round(share * of * 1e4) / 100}%`;
  }
  function drawCurves({ at, width, curves }, toShare) {
    const layers = curves.filter(({ form }) => form === "layer");
    const stack = layers.toReversed().map(({ tone }, index) => {
      const below = layers.slice(0, layers.length - index);
      const sums = at.map((_, place2) => below.reduce((sum, { values }) => sum + (values[place2] ?? 0), 0));
      return markup`<path class="fill ${tone}" d="${pathData(drawStairs(at, width, sums.map(toShare)))}"/>`;
    });
    return [...stack, ...curves.filter(({ form }) => form !== "layer").flatMap((curve) => drawCurve(curve, at, toShare))];
  }
  function drawCurve({ tone, form, values }, at, toShare) {
    const runs = splitRuns(at, values).map((run) => run.map(({ share, value }) => [toX(share), toY(toShare(value))]));
    const d = runs.map(([first, ...rest]) => first ? `M${first.join(" ")}${rest.length === 0 ? "h0" : `L${rest.flat().join(" ")}`}` : "").join("");
    const areas = runs.flatMap((run) => {
      const [first, last] = [run[0], run.at(-1)];
      return form === "area" && first && last ? [`M${first[0]} ${HEIGHT}L${run.flat().join(" ")}V${HEIGHT}Z`] : [];
    });
    const line = markup`<path class="line ${tone}" d="${pathData(d)}"/>`;
    return areas.length > 0 ? [markup`<path class="shade ${tone}" d="${pathData(areas.join(""))}"/>`, line] : [line];
  }
  function splitRuns(at, values) {
    const runs = [];
    let open = false;
    for (const [index, share] of at.entries()) {
      const value = values[index];
      if (value !== void 0 && !open) runs.push([]);
      open = value !== void 0;
      if (value !== void 0) runs.at(-1)?.push({ share, value });
    }
    return runs;
  }
  function drawStairs(at, width, shares) {
    let d = "";
    let y = HEIGHT;
    for (const [index, share] of shares.entries()) {
      const level = toY(share);
      if (level === y) continue;
      const x = toX((at[index] ?? 0) - width / 2);
      d += d === "" ? `M${x} ${HEIGHT}V${level}` : `H${x}V${level}`;
      y = level;
    }
    return d === "" ? "" : `${d}H${WIDTH}V${HEIGHT}Z`;
  }
  function toX(share) {
    return Math.round(Math.min(1, Math.max(0, share)) * WIDTH);
  }
  function toY(share) {
    return Math.round((1 - share) * HEIGHT);
  }

  // src/report/html/render-html-table.ts
  function renderTable({ caption, columns, rows, head = 0, asCards = false }) {
    const heads = columns.map(
      ({ title, isFigure }) => markup`<th scope="col"${sayRole("columnheader", asCards)}${isFigure ? FIGURE : void 0}>${title}</th>`
    );
    const body = rows.map((row) => renderRow("cells" in row ? row : { cells: row }, { columns, head, asCards }));
    const group = sayRole("rowgroup", asCards);
    const table = markup`<table${asCards ? markup` class="cards" role="table"` : void 0}><caption class="unseen">${caption}</caption><thead${group}><tr${sayRole("row", asCards)}>${heads}</tr></thead><tbody${group}>${body}</tbody></table>`;
    return markup`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">${table}</div>
`;
  }
  var FIGURE = markup` class="n"`;
  function sayRole(role, asCards) {
    return asCards ? markup` role="${role}"` : void 0;
  }
  function renderRow({ cells, name, id, tone }, { columns, head, asCards }) {
    const body = cells.map((cell, index) => {
      const { title = "", isFigure = false } = columns[index] ?? {};
      const figure = isFigure ? FIGURE : void 0;
      if (index === head) return markup`<th scope="row"${sayRole("rowheader", asCards)}${figure}>${cell}</th>`;
      return markup`<td${asCards ? markup` role="cell" data-label="${title}"` : void 0}${figure}>${cell}</td>`;
    });
    const parts = [
      id === void 0 ? void 0 : markup` id="${id}"`,
      name === void 0 ? void 0 : markup` data-name="${name}"`,
      tone === void 0 ? void 0 : markup` class="${tone}"`
    ];
    return markup`
<tr${sayRole("row", asCards)}${parts}>${body}</tr>`;
  }

  // src/report/html/render-chart.ts
  function renderChart(chart) {
    const { id, title, note, summary, drawn } = chart;
    return renderFigure({ id, title, summary, note, size: chart.size, legend: drawn.curves.map(renderKey), marks: drawMarks(chart) }, [
      renderNumbers(chart),
      renderReading(title, drawn)
    ]);
  }
  function renderReading(title, { at, moments, curves }) {
    return dataBlock({
      title,
      at: at.map((share) => Math.round(share * 1e3)),
      moments,
      values: curves.map(({ values, show }) => values.map((value) => value === void 0 ? 0 : show(value)))
    });
  }
  function renderFigure(figure, below) {
    const { id, title, summary, note, size, legend, marks } = figure;
    return markup`<figure class="chart ${size}" id="${id}"><figcaption><h3>${title}</h3>${note ? markup`<p class="note">${note}</p>` : void 0}</figcaption><ul class="legend">${legend}</ul><div class="plot"><svg role="img" aria-labelledby="${id}-t" aria-describedby="${id}-d"><title id="${id}-t">${title}</title><desc id="${id}-d">${summary}</desc>${marks}</svg></div>${below}</figure>
`;
  }
  function renderKey({ label, tone, form }) {
    const width = tone.startsWith("r") ? 26 : 14;
    const mark = form === "layer" ? markup`<rect class="fill ${tone}" width="14" height="10" y="1" rx="2"/>` : markup`<path class="line ${tone}" d="${pathData(`M1 6H${width - 1}`)}"/>`;
    return markup`<li><svg class="key" width="${width}" height="12" aria-hidden="true">${mark}</svg>${label}<b class="value"></b></li>`;
  }
  function renderNumbers({ title, axis, told }) {
    const rows = told.moments.map((moment, index) => [
      moment,
      ...told.curves.map(({ values, show }) => {
        const value = values[index];
        return value === void 0 ? NOTHING : show(value);
      })
    ]);
    const columns = [{ title: axis }, ...told.curves.map(({ label }) => ({ title: label, isFigure: true }))];
    return markup`<details class="numbers"><summary>Numbers</summary>${renderTable({ caption: `${title}: numbers`, columns, rows })}</details>`;
  }

  // src/report/html/scale.ts
  var WIDEST_LINEAR = 40;
  function buildLinearScale(values, lines = 4) {
    const most = maxOf(values);
    const highest = most > 1e-6 ? most * 1.08 : 1;
    const step = roundUp(highest / lines);
    const count = Math.max(1, Math.ceil(highest / step - 1e-9));
    const top = step * count;
    return {
      kind: "linear",
      ticks: Array.from({ length: count + 1 }, (_, index) => index * step),
      toShare: (value) => clamp(value / top)
    };
  }
  function buildLatencyScale(values) {
    const positive = values.filter((value) => value > 0);
    const [lowest, highest] = [minOf(positive), maxOf(positive)];
    return positive.length > 0 && highest / lowest > WIDEST_LINEAR ? buildLogScale(lowest, highest) : buildLinearScale(values);
  }
  function buildLogScale(lowest, highest) {
    const low = roundDown(Math.max(1, lowest));
    const high = Math.max(low * 2, roundUp(Math.max(1, highest)));
    const [from, to] = [Math.log10(low), Math.log10(high)];
    const steps = to - from > 2 ? [1] : [1, 2, 5];
    const powers = Array.from({ length: Math.ceil(to) - Math.floor(from) + 1 }, (_, index) => 10 ** (Math.floor(from) + index));
    const inner = powers.flatMap((power) => steps.map((step) => step * power)).filter((value) => value > low * 1.5 && value < high / 1.5);
    return {
      kind: "log",
      ticks: [low, ...inner, high],
      toShare: (value) => value > 0 ? clamp((Math.log10(value) - from) / (to - from)) : 0
    };
  }
  var TIME_STEPS_SEC = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400];
  function listTimeTicks(endSec) {
    const step = TIME_STEPS_SEC.find((each) => endSec / each <= 6) ?? Math.ceil(endSec / 6);
    return Array.from({ length: Math.floor(endSec / step) + 1 }, (_, index) => ({
      share: endSec > 0 ? index * step / endSec : 0,
      label: formatMoment(index * step)
    }));
  }
  function formatMoment(seconds) {
    return seconds === 0 ? "0 s" : formatDuration(seconds * 1e3);
  }
  function formatLatencyTick(us) {
    if (us === 0) return "0";
    if (us < 1e3) return `${formatNumber(us, 0)} µs`;
    return us < 1e6 ? `${formatNumber(us / 1e3, 1)} ms` : `${formatNumber(us / 1e6, 2)} s`;
  }
  function roundUp(value) {
    const power = 10 ** Math.floor(Math.log10(value));
    return ([1, 2, 5].find((step) => step * power >= value * (1 - 1e-9)) ?? 10) * power;
  }
  function roundDown(value) {
    const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
    return ([5, 2].find((step) => step * power <= value * (1 + 1e-9)) ?? 1) * power;
  }
  function clamp(share) {
    return Math.min(1, Math.max(0, share));
  }
  function maxOf(values) {
    let most = 0;
    for (const value of values) most = Math.max(most, value);
    return most;
  }
  function minOf(values) {
    let least = Number.POSITIVE_INFINITY;
    for (const value of values) least = Math.min(least, value);
    return least;
  }

  // src/report/html/time-chart.ts
  var MOST_DRAWN = 300;
  var MOST_TOLD2 = 20;
  var FEWEST_TOLD = 10;
  function frameTime(run, curvesOf, mostSteps = MOST_DRAWN) {
    const fine = buildTimeAxis(run, mostSteps);
    const coarse = buildTimeAxis(run, mostSteps < MOST_DRAWN ? FEWEST_TOLD : MOST_TOLD2);
    return frameAxes({ fine, coarse }, listBands(run, fine.endSec), curvesOf);
  }
  function frameAxes({ fine, coarse }, bands, curvesOf) {
    return {
      ticks: listTimeTicks(fine.endSec),
      bands,
      drawn: plotSteps(fine, curvesOf(fine)),
      told: plotSteps(coarse, curvesOf(coarse)),
      axis: "time"
    };
  }
  function plotSteps(axis, curves) {
    const { stepSec, endSec } = axis;
    const places = Array.from({ length: countSteps(axis) }, (_, step) => step * stepSec);
    return {
      at: places.map((second) => Math.min(1, (second + stepSec / 2) / endSec)),
      moments: places.map(formatMoment),
      width: stepSec / endSec,
      curves
    };
  }
  function listBands({ phases }, endSec) {
    return phases.flatMap(({ plan, startMs, endMs }) => {
      if (startMs === void 0 || endMs === void 0 || endMs <= startMs) return [];
      const kind = plan.warmup || plan.model === "pause" ? "other" : "judged";
      return [{ from: startMs / 1e3 / endSec, to: Math.min(1, endMs / 1e3 / endSec), label: plan.name, kind }];
    });
  }
  var PERCENTILES = [
    [50, "p50"],
    [95, "p95"],
    [99, "p99"]
  ];
  function drawPercentiles(slices, axis) {
    const latencies = buildTimeline(slices, axis).steps.map((step) => step.latency());
    return PERCENTILES.map(([percentile, tone]) => ({
      label: tone,
      tone,
      form: "line",
      values: latencies.map((latency2) => percentileUs(latency2, percentile)),
      show: formatLatency
    }));
  }
  function drawRate(timeline, curve, of) {
    return { ...curve, values: timeline.steps.map((step, index) => perSecond(of(step), index, timeline)), show: formatRate };
  }
  function listValues(curves) {
    return curves.flatMap(({ values }) => values.filter((value) => value !== void 0));
  }
  function describeStep({ endSec, stepSec }) {
    return stepSec === 1 ? "" : `Each point covers ${formatNumber(Math.min(stepSec, endSec), 0)} s.`;
  }
  function describeRange({ moments }, { values, show }) {
    let [low, high] = [-1, -1];
    for (const [index, value] of values.entries()) {
      if (value === void 0) continue;
      if (low < 0 || value < (values[low] ?? 0)) low = index;
      if (high < 0 || value > (values[high] ?? 0)) high = index;
    }
    if (low < 0) return void 0;
    const tell = (index) => `${show(values[index] ?? 0)} (at ${moments[index] ?? ""})`;
    return `between ${tell(low)} and ${tell(high)}`;
  }
  function describeCurves(plot) {
    return plot.curves.map((curve) => `${curve.label} ${describeRange(plot, curve) ?? "was not measured"}.`).join(" ");
  }

  // src/report/html/error-chart.ts
  var LOST = /* @__PURE__ */ new Set(["timeout", "cut", "dropped"]);
  var TONES = ["k0", "k1", "k2", "k3", "k4", "k5"];
  function errorChart(run, { id, size, mostSteps }) {
    const perSecond2 = countClasses(run);
    if (perSecond2.size === 0) return NOTHING_TO_SHOW;
    const frame = frameTime(run, (axis) => stackClasses(perSecond2, axis), mostSteps);
    const { at, curves } = frame.drawn;
    const scale = buildLinearScale(at.map((_, step) => curves.reduce((sum, { values }) => sum + (values[step] ?? 0), 0)));
    const drops = run.series.flatMap(({ perPhase }) => perPhase).reduce((sum, { counts }) => sum + counts.drops, 0);
    return renderChart({
      id,
      size,
      title: "Failures over time, by class",
      summary: describeCurves(frame.drawn),
      note: markup`Warm-ups are shown too.${perSecond2.has("several classes") ? markup` Where a second of an endpoint may hold several classes, they are not told apart.` : void 0}${drops > 0 ? markup` WebSockets that were dropped (${formatNumber(drops, 0)}) stand in the table of failures alone.` : void 0}`,
      scale,
      showTick: (value) => formatNumber(value, 2),
      ...frame
    });
  }
  function countClasses(run) {
    const byKind = /* @__PURE__ */ new Map();
    const add = (part, second, isLost, count) => {
      if (count === 0) return;
      const kind = findClass(part, second, isLost);
      const seconds = byKind.get(kind) ?? /* @__PURE__ */ new Map();
      byKind.set(kind, seconds.set(second, (seconds.get(second) ?? 0) + count));
    };
    for (const part of run.series.flatMap(({ perPhase }) => perPhase)) {
      for (const { second, failed, censored } of part.slices) {
        add(part, second, false, failed);
        add(part, second, true, censored);
      }
    }
    return byKind;
  }
  function findClass({ failures }, second, isLost) {
    const possible = failures.filter((failure) => LOST.has(failure.class) === isLost);
    const near = possible.filter(
      ({ firstMs, lastMs }) => Math.floor((firstMs - 1) / 1e3) <= second && second <= Math.floor(lastMs / 1e3)
    );
    const classes = new Set((near.length > 0 ? near : possible).map((failure) => failure.class));
    const [only] = classes;
    return classes.size === 1 && only !== void 0 ? only : "several classes";
  }
  function stackClasses(perSecond2, axis) {
    const layers = [...perSecond2].map(([kind, seconds]) => {
      const values = new Array(countSteps(axis)).fill(0);
      for (const [second, count] of seconds) {
        const step = Math.floor(second / axis.stepSec);
        values[step] = (values[step] ?? 0) + count;
      }
      return { kind, values, total: [...seconds.values()].reduce((sum, count) => sum + count, 0) };
    }).sort((left, right) => Number(left.kind === "several classes") - Number(right.kind === "several classes") || right.total - left.total);
    const rest = layers.slice(TONES.length);
    const shown = layers.slice(0, TONES.length).map(({ kind, values }, index) => ({ label: kind, tone: kind === "several classes" ? "k6" : TONES[index] ?? "k6", values }));
    const others = {
      label: "other classes",
      tone: "k6",
      values: (rest[0]?.values ?? []).map((_, step) => rest.reduce((sum, { values }) => sum + (values[step] ?? 0), 0))
    };
    return [...shown, ...rest.length > 0 ? [others] : []].map((layer) => ({
      ...layer,
      form: "layer",
      show: (value) => formatNumber(value, 0)
    }));
  }

  // src/report/html/heat-map.ts
  var ROWS = 36;
  var MOST_TOLD3 = 20;
  var LEVELS = 8;
  var SHADES = markup`<li>few<svg class="key" width="${LEVELS * 14}" height="12" aria-hidden="true">${Array.from({ length: LEVELS }, (_, level) => markup`<rect class="heat h${level}" x="${level * 14}" width="14" height="12"/>`)}</svg>many</li>`;
  function heatMap(run, series, { id, size, mostSteps }) {
    const slices = listSlices(series).filter(({ latency: latency2 }) => latency2.count > 0);
    if (slices.length === 0) return NOTHING_TO_SHOW;
    const heat = countCells(slices, buildTimeAxis(run, mostSteps));
    const told = countCells(slices, buildTimeAxis(run, Math.min(mostSteps, MOST_TOLD3)));
    const { endSec } = heat.axis;
    const labels = heat.scale.ticks.map((us) => ({ share: heat.scale.toShare(us), label: formatLatencyTick(us) }));
    const bands = listBands(run, endSec);
    const marks = markup`${bands.map(drawBand)}${drawGrid(labels)}${openCanvas(heat.cells.length, ROWS, drawCells(heat))}${drawLabels(labels)}${bands.map((band) => labelBand(band, size === "tall"))}${drawTicks(listTimeTicks(endSec))}`;
    const summary = `Of ${formatNumber(
      slices.reduce((sum, { latency: latency2 }) => sum + latency2.count, 0),
      0
    )} successes. ${describePeak(heat)}`;
    const note = markup`The stronger the colour, the more successes took so long. Logarithmic scale.`;
    const title = "Spread of latency over time";
    const columns = [{ title: "time" }, { title: "successes", isFigure: true }, { title: "most took", isFigure: true }];
    const rows = describeColumns(told).map(({ moment, values }) => [moment, ...values].map((text) => text));
    const seen = describeColumns(heat);
    return renderFigure(
      {
        id,
        title,
        summary,
        note,
        size,
        legend: [SHADES, ...["successes", "most took"].map((label) => markup`<li class="reading">${label}<b class="value"></b></li>`)],
        marks
      },
      [
        markup`<details class="numbers"><summary>Numbers</summary>${renderTable({ caption: `${title}: numbers`, columns, rows })}</details>`,
        dataBlock({
          title,
          at: seen.map((_, column) => Math.round((column + 0.5) / seen.length * 1e3)),
          moments: seen.map(({ moment }) => moment),
          values: [0, 1].map((place2) => seen.map(({ values }) => values[place2] ?? 0))
        })
      ]
    );
  }
  function countCells(slices, axis) {
    const scale = buildLogScale(
      slices.reduce((low, { latency: latency2 }) => Math.min(low, latency2.lowestUs), Number.POSITIVE_INFINITY),
      slices.reduce((high, { latency: latency2 }) => Math.max(high, latency2.highestUs), 1)
    );
    const cells = Array.from({ length: countSteps(axis) }, () => new Array(ROWS).fill(0));
    let most = 0;
    for (const { second, latency: latency2 } of slices) {
      const column = cells[Math.floor(second / axis.stepSec)];
      if (!column) continue;
      for (const [place2, bucket] of latency2.buckets.entries()) {
        const row = Math.min(ROWS - 1, Math.floor(scale.toShare(highestValueOfBucket(bucket)) * ROWS));
        const count = (column[row] ?? 0) + (latency2.counts[place2] ?? 0);
        column[row] = count;
        most = Math.max(most, count);
      }
    }
    return { axis, scale, cells, most };
  }
  function drawCells({ cells, most }) {
    const paths = Array.from({ length: LEVELS }, () => "");
    for (let row = 0; row < ROWS; row++) {
      let from = 0;
      for (let column = 1; column <= cells.length; column++) {
        const level = levelOf(cells[from]?.[row] ?? 0, most);
        if (column < cells.length && levelOf(cells[column]?.[row] ?? 0, most) === level) continue;
        if (level >= 0) paths[level] += `M${from} ${ROWS - 1 - row}h${column - from}v1h${from - column}z`;
        from = column;
      }
    }
    return paths.flatMap((d, level) => d === "" ? [] : [markup`<path class="heat h${level}" d="${pathData(d)}"/>`]);
  }
  function levelOf(count, most) {
    if (count === 0) return -1;
    return Math.min(LEVELS - 1, Math.floor((count / most) ** 0.4 * LEVELS));
  }
  function describeColumns({ axis, cells, scale }) {
    return cells.map((column, index) => {
      const count = column.reduce((sum, cell) => sum + cell, 0);
      const row = column.indexOf(Math.max(...column));
      return {
        moment: formatMoment(index * axis.stepSec),
        values: [
          formatNumber(count, 0),
          count === 0 ? "–" : `${formatLatency(valueOfRow(row, scale))} – ${formatLatency(valueOfRow(row + 1, scale))}`
        ]
      };
    });
  }
  function valueOfRow(row, { ticks }) {
    const [low, high] = [ticks[0] ?? 1, ticks.at(-1) ?? 1];
    return low * (high / low) ** (row / ROWS);
  }
  function describePeak(heat) {
    const columns = describeColumns(heat);
    const [first, last] = [columns.find(({ values }) => values[0] !== "0"), columns.findLast(({ values }) => values[0] !== "0")];
    return first && last ? `Most took ${first.values[1]} at ${first.moment}, and ${last.values[1]} at ${last.moment}.` : "";
  }

  // src/report/html/latency-chart.ts
  function latencyChart(run, series, { id, size, mostSteps }) {
    const slices = listSlices(series);
    const frame = frameTime(run, (axis) => drawPercentiles(slices, axis), mostSteps);
    const values = listValues(frame.drawn.curves);
    if (values.length === 0) return NOTHING_TO_SHOW;
    const scale = buildLatencyScale(values);
    const samples = slices.reduce((sum, { latency: latency2 }) => sum + latency2.count, 0);
    const perPoint = samples / frame.drawn.at.length;
    const notes = [
      scale.kind === "log" ? "Logarithmic scale." : "",
      describeStep(buildTimeAxis(run, mostSteps)),
      perPoint < 100 ? `About ${formatNumber(Math.max(1, perPoint), 0)} successes a point: p99 is close to their slowest.` : ""
    ];
    return renderChart({
      id,
      size,
      title: "Latency over time",
      summary: describeCurves(frame.drawn),
      note: markup`Of successes${run.engine.kind === "import" ? "" : ", from the intended start"}, by the time at which they ended. ${notes.filter((note) => note !== "").join(" ")}`,
      scale,
      showTick: formatLatencyTick,
      ...frame
    });
  }

  // src/report/find-peak-users.ts
  function findPeakUsers({ plan, peakUsers }) {
    return plan.model === "foreign" && peakUsers === 0 ? void 0 : peakUsers;
  }

  // src/plan/user-levels.ts
  function joinMs(curve, ordinal) {
    if (ordinal >= curve.users) return Number.POSITIVE_INFINITY;
    if (ordinal < curve.fromUsers) return 0;
    return curve.rampMs * (ordinal - curve.fromUsers) / (curve.users - curve.fromUsers);
  }
  function leaveMs(curve, ordinal) {
    if (ordinal < curve.users) return Number.POSITIVE_INFINITY;
    if (ordinal >= curve.fromUsers) return 0;
    return curve.rampMs * (curve.fromUsers - ordinal) / (curve.fromUsers - curve.users);
  }
  function levelAtMs(curve, ms) {
    const { fromUsers, users, rampMs } = curve;
    if (ms >= rampMs) return users;
    const isRise = users >= fromUsers;
    const isThere = (ordinal) => isRise ? joinMs(curve, ordinal) <= ms : leaveMs(curve, ordinal) > ms;
    let level = Math.round(fromUsers + (users - fromUsers) * ms / rampMs);
    while (level < Math.max(fromUsers, users) && isThere(level)) level++;
    while (level > 0 && !isThere(level - 1)) level--;
    return level;
  }
  function curveTo(fromUsers, users, spawnRatePerSec) {
    return { fromUsers, users, rampMs: Math.abs(users - fromUsers) / spawnRatePerSec * 1e3 };
  }
  function curveFrom(planned, fromUsers) {
    const { users, rampMs, spawnRatePerSec } = planned;
    return spawnRatePerSec === void 0 ? { fromUsers, users, rampMs } : curveTo(fromUsers, users, spawnRatePerSec);
  }

  // src/metrics/trace-levels.ts
  function traceLevels(phases, changes) {
    const stretches = [];
    for (const [place2, { plan, startMs, endMs = Number.POSITIVE_INFINITY }] of phases.entries()) {
      if (plan.model !== "closed" || startMs === void 0) continue;
      const before = stretches.at(-1);
      const carried = before?.isByHand === true && before.phase === place2 - 1 ? before : void 0;
      const own = changes.filter(({ phase, atMs }) => phase === place2 && atMs >= startMs && atMs <= endMs);
      const first = carried ? curveFrom(plan, levelAtMs(carried.curve, startMs - carried.startMs)) : plan;
      const begun = [
        { startMs, curve: first, isByHand: carried !== void 0 },
        ...own.map(({ atMs, fromUsers, users, spawnRatePerSec }) => ({
          startMs: atMs,
          curve: curveTo(fromUsers, users, spawnRatePerSec),
          isByHand: true
        }))
      ];
      stretches.push(...begun.map((each, index) => ({ ...each, phase: place2, endMs: begun[index + 1]?.startMs ?? endMs })));
    }
    return stretches;
  }

  // src/report/html/draw-users.ts
  function drawUsers(run, axis) {
    const show = (value) => formatNumber(value, 0);
    const planned = drawPhases(run, axis, plannedUsers);
    const there = run.timeline.length > 0 ? { label: "there", tone: "now", form: "area", values: countThere(run, axis), show } : { label: "at most in the phase", tone: "now", form: "area", values: drawPhases(run, axis, ({ peakUsers }) => peakUsers), show };
    const curves = [there, { label: "planned, or allowed", tone: "plan", form: "line", values: planned, show }];
    if (run.levelChanges.length === 0) return curves;
    return [...curves, { label: "set by hand", tone: "base", form: "line", values: drawByHand(run, axis), show }];
  }
  function countThere({ timeline }, axis) {
    const bySecond = new Map(timeline.map(({ second, users }) => [second, users]));
    return listEnds(axis).map((endMs) => bySecond.get(Math.ceil(endMs / 1e3) - 1));
  }
  function drawPhases(run, axis, of) {
    return listEnds(axis).map((atMs) => {
      const phase = run.phases.find(({ startMs, endMs }) => startMs !== void 0 && startMs < atMs && atMs <= (endMs ?? 0));
      return phase && phase.plan.model !== "pause" ? of(phase, atMs - (phase.startMs ?? 0)) : void 0;
    });
  }
  function plannedUsers({ plan }, atMs) {
    switch (plan.model) {
      case "open":
        return plan.maxUsers;
      case "closed":
        return levelOn(plan, atMs);
      case "iterations":
        return plan.users;
      case "pause":
      case "foreign":
        return void 0;
    }
  }
  function drawByHand({ phases, levelChanges }, axis) {
    const stretches = traceLevels(phases, levelChanges).filter(({ isByHand }) => isByHand);
    return listEnds(axis).map((atMs) => {
      const stretch = stretches.findLast(({ startMs, endMs }) => startMs < atMs && atMs <= endMs);
      return stretch && levelOn(stretch.curve, atMs - stretch.startMs);
    });
  }
  function levelOn({ fromUsers, users, rampMs }, atMs) {
    return atMs >= rampMs ? users : fromUsers + (users - fromUsers) * atMs / rampMs;
  }
  function listEnds(axis) {
    return Array.from({ length: countSteps(axis) }, (_, step) => Math.min(axis.endSec, (step + 1) * axis.stepSec) * 1e3);
  }

  // src/report/html/load-charts.ts
  function throughputChart(run, series, { id, size, mostSteps }) {
    if (explainMissing(run.engine, "seconds") !== void 0) return NOTHING_TO_SHOW;
    const slices = listSlices(series);
    const frame = frameTime(
      run,
      (axis) => {
        const timeline = buildTimeline(slices, axis);
        return [
          drawRate(timeline, { label: "succeeded", tone: "now", form: "area" }, ({ ok }) => ok),
          drawRate(
            timeline,
            { label: "ended, failures too", tone: "plan", form: "line" },
            ({ ok, failed, censored }) => ok + failed + censored
          )
        ];
      },
      mostSteps
    );
    const note = markup`By the time at which they ended. ${describeStep(buildTimeAxis(run, mostSteps))}`;
    const scale = buildLinearScale(listValues(frame.drawn.curves));
    return renderChart({
      id,
      size,
      title: "Requests per second",
      summary: describeCurves(frame.drawn),
      note,
      scale,
      showTick: formatCount2,
      ...frame
    });
  }
  function usersChart(run, { id, size, mostSteps }) {
    if (run.phases.length > 0 && run.phases.every((phase) => findPeakUsers(phase) === void 0)) return NOTHING_TO_SHOW;
    const frame = frameTime(run, (axis) => drawUsers(run, axis), mostSteps);
    const changes = run.levelChanges.length > 0 ? markup` Set by hand: ${describeLevelChanges(run.levelChanges)}.` : void 0;
    return renderChart({
      id,
      size,
      title: "Virtual users",
      summary: describeCurves(frame.drawn),
      note: markup`Phases with an arrival rate take as many users as they need, up to what is allowed.${changes}`,
      scale: buildLinearScale(listValues(frame.drawn.curves)),
      showTick: formatCount2,
      ...frame
    });
  }
  function formatCount2(value) {
    return formatNumber(value, 2);
  }

  // src/report/html/percentile-chart.ts
  var LANDMARKS = [50, 90, 99, 99.9, 99.99, 99.999, 99.9999];
  function percentileChart(sides, name, { id, size, mostSteps }) {
    const judged = sides.flatMap(({ label, tone, find: find2 }) => {
      const endpoint = find2(name);
      return endpoint ? [{ label, tone, latency: judgeLatency(endpoint, "latency", false) }] : [];
    });
    const reach = Math.max(1, ...judged.map(({ latency: latency2 }) => Math.log10(Math.max(1, countJudged(latency2) / Math.max(1, latency2.lost)))));
    const plotAt = (steps) => ({
      at: steps.map((nines) => nines / reach),
      moments: steps.map(describeNines),
      width: 1 / steps.length,
      curves: judged.map(({ label, tone, latency: latency2 }) => ({
        label,
        tone,
        form: "line",
        values: steps.map((nines) => readLatency(latency2, nines)),
        show: formatLatency
      }))
    });
    const drawn = plotAt(Array.from({ length: mostSteps + 1 }, (_, index) => index / mostSteps * reach));
    const values = listValues(drawn.curves);
    if (values.length === 0) return NOTHING_TO_SHOW;
    const marks = LANDMARKS.map(toNines).filter((nines) => nines <= reach);
    const scale = buildLatencyScale(values);
    const [first, ...others] = judged.map(({ latency: latency2 }) => latency2);
    const lost = first?.lost ?? 0;
    const end = lost > 0 ? markup` The curve ends where the ${formatNumber(lost, 0)} requests begin that never came back.` : others.some((latency2) => latency2.lost > 0) ? markup` A curve that ends early has requests that never came back.` : void 0;
    return renderChart({
      id,
      size,
      title: "Latency by percentile",
      summary: describeCurves(drawn),
      note: markup`Each nine has the same room.${end}${scale.kind === "log" ? markup` Logarithmic scale.` : void 0}`,
      scale,
      showTick: formatLatencyTick,
      ticks: marks.map((nines) => ({ share: nines / reach, label: describeNines(nines) })),
      bands: [],
      drawn,
      told: plotAt(marks),
      axis: "percentile"
    });
  }
  function toNines(percentile) {
    return -Math.log10(1 - percentile / 100);
  }
  function readLatency(latency2, nines) {
    const count = countJudged(latency2);
    if (count === 0 || nines > Math.log10(count) + 1e-9) return void 0;
    const reading = judgedPercentile(latency2, 100 * (1 - 10 ** -nines));
    return reading?.state === "exact" ? reading.us : void 0;
  }
  function describeNines(nines) {
    const percentile = 100 * (1 - 10 ** -nines);
    return `${formatNumber(percentile, Math.max(0, Math.ceil(nines + 1e-9) - 1))} %`;
  }

  // src/terminal/web/client/live-load-charts.ts
  function startsChart(run, starts, place2) {
    if (starts.every(({ made }) => made === 0)) return NOTHING_TO_SHOW;
    const hasPlan = run.phases.some(({ plan }) => plan.model === "open");
    const frame = frameTime(
      run,
      (axis) => [
        { label: "began", tone: "now", form: "area", values: addStarts(starts, axis), show: formatRate },
        ...hasPlan ? [{ label: "planned", tone: "plan", form: "line", values: planStarts(run, axis), show: formatRate }] : []
      ],
      place2.mostSteps
    );
    return renderChart({
      id: place2.id,
      size: place2.size,
      title: "Iterations started per second",
      summary: describeCurves(frame.drawn),
      note: markup`An iteration is one pass of a user through the steps. ${describeStep(buildTimeAxis(run, place2.mostSteps))}`,
      scale: buildLinearScale(listValues(frame.drawn.curves)),
      showTick: (value) => formatNumber(value, 2),
      ...frame
    });
  }
  function addStarts(starts, axis) {
    const steps = new Array(countSteps(axis)).fill(0);
    for (const { second, made } of starts) {
      const step = Math.floor(second / axis.stepSec);
      steps[step] = (steps[step] ?? 0) + made;
    }
    return steps.map((count, step) => perSecond(count, step, axis));
  }
  function planStarts({ phases }, axis) {
    return Array.from({ length: countSteps(axis) }, (_, step) => {
      const middleMs = Math.min(axis.endSec, (step + 0.5) * axis.stepSec) * 1e3;
      const phase = phases.find(({ startMs, endMs }) => startMs !== void 0 && startMs <= middleMs && middleMs < (endMs ?? 0));
      return phase && plannedRate(phase.plan, middleMs - (phase.startMs ?? 0));
    });
  }
  function plannedRate(plan, atMs) {
    if (plan.model !== "open") return void 0;
    return atMs >= plan.rampMs ? plan.ratePerSec : plan.fromRatePerSec + (plan.ratePerSec - plan.fromRatePerSec) * atMs / plan.rampMs;
  }
  function socketsChart(run, sockets, place2) {
    if (sockets.length === 0) return NOTHING_TO_SHOW;
    const measure = ({ stepSec, endSec }) => {
      const steps = new Array(countSteps({ stepSec, endSec })).fill(0);
      for (const { second, open } of sockets) {
        const step = Math.floor(second / stepSec);
        steps[step] = Math.max(steps[step] ?? 0, open);
      }
      return steps;
    };
    const frame = frameTime(
      run,
      (axis) => [{ label: "open", tone: "now", form: "area", values: measure(axis), show: (value) => formatNumber(value, 0) }],
      place2.mostSteps
    );
    return renderChart({
      id: place2.id,
      size: place2.size,
      title: "Open WebSockets",
      summary: describeCurves(frame.drawn),
      note: markup`At the end of each second; the most of a step.`,
      scale: buildLinearScale(listValues(frame.drawn.curves)),
      showTick: (value) => formatNumber(value, 1),
      ...frame
    });
  }

  // src/terminal/web/client/live-charts.ts
  var ALWAYS = () => true;
  var OF_ALL = (_burst, focus) => focus === void 0;
  var LIVE_CHARTS = [
    {
      id: "chart-latency",
      title: "Latency over time",
      empty: "Nothing has succeeded yet.",
      isShown: ALWAYS,
      draw: (run, focus) => drawOf(run, focus, (summary) => latencyChart(summary, summary.series, place("chart-latency")))
    },
    {
      id: "chart-throughput",
      title: "Requests per second",
      empty: "Nothing has ended yet.",
      isShown: ALWAYS,
      draw: (run, focus) => drawOf(run, focus, (summary) => throughputChart(summary, summary.series, place("chart-throughput")))
    },
    {
      id: "chart-users",
      title: "Virtual users",
      empty: "Nobody is there yet.",
      isShown: OF_ALL,
      draw: (run) => drawOf(run, void 0, (summary) => usersChart(summary, place("chart-users")))
    },
    {
      id: "chart-starts",
      title: "Iterations started per second",
      empty: "Nothing has started yet.",
      isShown: OF_ALL,
      draw: (run) => drawOf(run, void 0, (summary) => startsChart(summary, run.starts, place("chart-starts")))
    },
    {
      id: "chart-errors",
      title: "Failures over time, by class",
      empty: "Nothing has failed so far.",
      isShown: ALWAYS,
      // Which class a failure is of is known series by series only.
      draw: (run, focus) => run.seconds === 0 ? NOTHING_TO_SHOW : errorChart(focus === void 0 ? run.summarize() : run.summarizeOne(focus), place("chart-errors"))
    },
    {
      id: "chart-percentiles",
      title: "Latency by percentile",
      empty: "Nothing that is judged has succeeded yet; warm-ups are not.",
      isShown: ALWAYS,
      draw: (run, focus) => drawOf(run, focus, (summary) => percentileChart([listSide(summary)], void 0, { ...place("chart-percentiles"), mostSteps: 240 }))
    },
    {
      id: "chart-sockets",
      title: "Open WebSockets",
      empty: "No WebSocket is open yet.",
      isShown: ({ series }, focus) => focus === void 0 && series.some(({ kind, selected }) => kind === "ws" && selected),
      draw: (run) => drawOf(run, void 0, (summary) => socketsChart(summary, run.sockets, place("chart-sockets")))
    },
    {
      id: "chart-heat",
      isWide: true,
      title: "Spread of latency over time",
      empty: "Nothing has succeeded yet.",
      isShown: ALWAYS,
      draw: (run, focus) => drawOf(run, focus, (summary) => heatMap(summary, summary.series, { ...place("chart-heat"), mostSteps: 150 }))
    }
  ];
  function place(id) {
    return { id, size: "tall", mostSteps: 300 };
  }
  function drawOf(run, focus, draw) {
    if (run.seconds === 0) return NOTHING_TO_SHOW;
    return draw(focus === void 0 ? run.summarizeTogether() : run.summarizeOne(focus));
  }
  function listSide(summary) {
    const { total } = summarizeEndpoints(summary);
    return { label: "so far", tone: "now", find: () => total };
  }

  // src/terminal/web/client/open-link.ts
  var WAITS_SEC = [1, 2, 5, 10];
  function openLink(events) {
    const address = new URL("live", location.href);
    address.protocol = "ws:";
    let socket;
    let failures = 0;
    let isLeft = false;
    const connect = () => {
      const opened = new WebSocket(address);
      socket = opened;
      opened.addEventListener("open", () => {
        failures = 0;
        events.onOpen();
      });
      opened.addEventListener("message", ({ data }) => {
        try {
          events.onMessage(JSON.parse(String(data)));
        } catch {
          events.onGarbage();
        }
      });
      opened.addEventListener("close", () => {
        if (isLeft) return;
        events.onLost();
        const waitSec = WAITS_SEC[Math.min(failures, WAITS_SEC.length - 1)] ?? 1;
        failures += 1;
        setTimeout(connect, waitSec * 1e3);
      });
    };
    connect();
    return {
      send: (message) => {
        if (socket?.readyState !== WebSocket.OPEN) return false;
        socket.send(JSON.stringify(message));
        return true;
      },
      leave: () => {
        isLeft = true;
      }
    };
  }

  // src/terminal/web/client/live-part.ts
  var LivePart = class {
    #slices = [];
    #failures = /* @__PURE__ */ new Map();
    #ok = 0;
    #failed = 0;
    #censored = 0;
    #latency = EMPTY_DISTRIBUTION;
    /** Slices up to here are in `#latency`. */
    #merged = 0;
    /** The slices of a part come in the order of their seconds. */
    addSlice(slice) {
      this.#slices.push(slice);
      this.#ok += slice.ok;
      this.#failed += slice.failed;
      this.#censored += slice.censored;
    }
    /** What is known of a failure by now takes the place of what was known; answers by how many its count has grown. */
    addFailure(failure) {
      const key = keyOf2(failure);
      const before = this.#failures.get(key)?.count ?? 0;
      this.#failures.set(key, failure);
      return failure.count - before;
    }
    /** Failures so far, in the order in which they were first seen. */
    get failures() {
      return [...this.#failures.values()];
    }
    /** As a report has it; failures are those of `sources`, where this part is several merged. */
    summarize(sources = [this]) {
      const failures = sources.flatMap((source) => source.failures);
      return {
        ...NOTHING_KNOWN,
        counts: this.#count(failures),
        failures,
        latency: this.#latencySoFar(),
        slices: this.#slices
      };
    }
    #latencySoFar() {
      if (this.#merged < this.#slices.length) {
        this.#latency = mergeDistributions([this.#latency, ...this.#slices.slice(this.#merged).map(({ latency: latency2 }) => latency2)]);
        this.#merged = this.#slices.length;
      }
      return this.#latency;
    }
    /** Slices do not tell apart what was lost; the failures do. */
    #count(failures) {
      const sum = (kind) => failures.filter((failure) => failure.class === kind).reduce((total, { count }) => total + count, 0);
      const [dropped, cut] = [sum("dropped"), sum("cut")];
      const timedOut = Math.max(0, this.#censored - dropped - cut);
      const started = this.#ok + this.#failed + timedOut + cut;
      const ended = failures.filter((failure) => !LOST2.has(failure.class)).reduce((total, { count }) => total + count, 0);
      const drops = Math.max(0, ended - this.#failed);
      return { ...zeroRequests(), started, ok: this.#ok, failed: this.#failed, timedOut, cut, dropped, drops };
    }
  };
  var LOST2 = /* @__PURE__ */ new Set(["timeout", "cut", "dropped"]);
  function mergeSecond({ slices }) {
    const byPhase = Map.groupBy(slices, ({ phase }) => phase);
    return new Map(
      [...byPhase].map(([phase, parts]) => {
        const sum = (of) => parts.reduce((total, { slice }) => total + of(slice), 0);
        const merged = {
          second: parts[0]?.slice.second ?? 0,
          ok: sum(({ ok }) => ok),
          failed: sum(({ failed }) => failed),
          censored: sum(({ censored }) => censored),
          latency: mergeDistributions(parts.map(({ slice }) => slice.latency))
        };
        return [phase, merged];
      })
    );
  }
  function mergeFailures2(failures) {
    const merged = /* @__PURE__ */ new Map();
    for (const failure of failures) {
      const known = merged.get(keyOf2(failure));
      const firstMs = Math.min(failure.firstMs, known?.firstMs ?? failure.firstMs);
      const lastMs = Math.max(failure.lastMs, known?.lastMs ?? failure.lastMs);
      merged.set(keyOf2(failure), { ...failure, ...known, firstMs, lastMs, count: failure.count + (known?.count ?? 0) });
    }
    return [...merged.values()];
  }
  function keyOf2({ class: kind, reason }) {
    return `${kind}
${reason}`;
  }
  var NOTHING_KNOWN = {
    status: {},
    service: EMPTY_DISTRIBUTION,
    ttfb: EMPTY_DISTRIBUTION,
    failedLatency: EMPTY_DISTRIBUTION,
    failedService: EMPTY_DISTRIBUTION,
    queue: EMPTY_DISTRIBUTION,
    connect: EMPTY_DISTRIBUTION,
    tls: EMPTY_DISTRIBUTION,
    body: EMPTY_DISTRIBUTION,
    session: EMPTY_DISTRIBUTION,
    socket: void 0,
    bytesSent: 0,
    bytesReceived: 0
  };

  // src/plan/plan-times.ts
  function planTimes(phases) {
    const times = [];
    let startMs = 0;
    for (const [index, phase] of phases.entries()) {
      if (phase.model === "iterations") {
        if (index === phases.length - 1) times.push({ startMs, endMs: void 0 });
        break;
      }
      times.push({ startMs, endMs: startMs + phase.durationMs });
      startMs += phase.durationMs;
    }
    return times;
  }

  // src/terminal/web/client/phase-clock.ts
  var PhaseClock = class {
    #planned;
    #phases;
    /** By place: the start of the second in which a phase was first seen. */
    #seenMs = /* @__PURE__ */ new Map();
    #overMs;
    #seconds = 0;
    #phase;
    constructor(phases) {
      this.#planned = planTimes(phases);
      this.#phases = phases.length;
    }
    /** How many seconds have passed. */
    get seconds() {
      return this.#seconds;
    }
    /** The place of the phase that the last second ended in; undefined before the first. */
    get phase() {
      return this.#phase;
    }
    /** Takes in a second, in their order. */
    follow({ second, phase }) {
      this.#seconds = second + 1;
      this.#phase = phase;
      if (phase >= this.#phases) this.#overMs ??= this.#seconds * 1e3;
      else if (!this.#seenMs.has(phase)) this.#seenMs.set(phase, second * 1e3);
    }
    /** Of the phase at a place; the end of one that goes on is now. Both undefined: it has not begun. */
    timesOf(place2) {
      const nowMs = Math.min(this.#seconds * 1e3, this.#overMs ?? Number.POSITIVE_INFINITY);
      const startMs = this.#planned[place2]?.startMs ?? this.#seenMs.get(place2);
      if (startMs === void 0 || startMs >= nowMs) return { startMs: void 0, endMs: void 0 };
      const endMs = this.#planned[place2]?.endMs ?? this.#nextSeenMs(place2) ?? nowMs;
      return { startMs, endMs: Math.min(endMs, nowMs) };
    }
    /** When the first phase after this one was seen. */
    #nextSeenMs(place2) {
      const later = [...this.#seenMs].filter(([other]) => other > place2).map(([, ms]) => ms);
      return later.length === 0 ? void 0 : Math.min(...later);
    }
  };

  // src/terminal/web/client/live-run.ts
  var LiveRun = class {
    burst;
    /** As of the last second; undefined before the first. */
    snapshot;
    #clock;
    #parts;
    #together;
    #timeline = [];
    #starts = [];
    #sockets = [];
    #levelChanges = [];
    constructor(burst) {
      this.burst = burst;
      this.#clock = new PhaseClock(burst.phases);
      this.#parts = burst.series.map(() => burst.phases.map(() => new LivePart()));
      this.#together = burst.phases.map(() => new LivePart());
    }
    /** Takes in a second; one that was taken in already is not counted twice. */
    add(second, snapshot) {
      if (second.second < this.#clock.seconds) return;
      this.snapshot = snapshot;
      this.#clock.follow(second);
      this.#levelChanges = second.levelChanges ?? this.#levelChanges;
      let dropped = 0;
      for (const { series, phase, failure } of second.failures) {
        const more = this.#parts[series]?.[phase]?.addFailure(failure) ?? 0;
        if (failure.class === "dropped") dropped += more;
      }
      for (const { series, phase, slice } of second.slices) this.#parts[series]?.[phase]?.addSlice(slice);
      for (const [phase, slice] of mergeSecond(second)) this.#together[phase]?.addSlice(slice);
      this.#starts.push({ second: second.second, made: second.began, dropped });
      this.#timeline.push({ ...NO_TIMELINE, second: second.second, users: second.users });
      if (snapshot.openSockets !== void 0) this.#sockets.push({ second: second.second, open: snapshot.openSockets });
    }
    /** The place of the phase as of the last second, as many as there are when all are over; undefined before the first. */
    get phase() {
      return this.#clock.phase;
    }
    /** How many have passed. */
    get seconds() {
      return this.#clock.seconds;
    }
    /** Iterations that began, second by second; those that were dropped are not among them. */
    get starts() {
      return this.#starts;
    }
    /** Open WebSockets at the end of each second that had any. */
    get sockets() {
      return this.#sockets;
    }
    /** All that failed so far, warm-ups included: one entry for each endpoint, class and reason. */
    listFailures() {
      return this.burst.series.flatMap(({ name }, series) => {
        const failures = (this.#parts[series] ?? []).flatMap((part) => part.failures);
        return mergeFailures2(failures).map((failure) => ({ name, failure }));
      });
    }
    /** The run so far with every series of its own. */
    summarize() {
      return this.#frame(this.burst.series.map((series, index) => summarizeSeries(series, this.#parts[index] ?? [])));
    }
    /** The run so far with all series merged into one, which makes drawing as quick as with one endpoint. */
    summarizeTogether() {
      const parts = this.#together.map((part, phase) => ({ part, sources: this.#parts.flatMap((perPhase2) => perPhase2[phase] ?? []) }));
      const perPhase = parts.map(({ part, sources }) => part.summarize(sources));
      return this.#frame([{ name: "total", kind: "http", method: "", tags: [], selected: true, perPhase }]);
    }
    /** The run so far with one series (its place in the plan) alone. */
    summarizeOne(series) {
      const entry = this.burst.series[series];
      return this.#frame(entry ? [summarizeSeries(entry, this.#parts[series] ?? [])] : []);
    }
    #frame(series) {
      const { name, profile, target, seed, startedAt } = this.burst;
      return {
        schemaVersion: 1,
        tool: { name: "load-gate", version: "" },
        scenario: { name, file: "", hash: "", profile },
        target,
        seed,
        startedAt,
        durationMs: this.#clock.seconds * 1e3,
        ending: { state: "complete" },
        environment: { node: "", platform: "", cpuModel: "", cores: 0, memoryBytes: 0, runnerImage: void 0 },
        workers: 1,
        phases: this.burst.phases.map((plan, place2) => this.#summarizePhase(plan, place2)),
        series,
        health: UNKNOWN_HEALTH,
        transport: { connectionsOpened: 0, requestsOnReusedConnections: 0, protocols: {} },
        imbalances: [],
        slowRequests: [],
        timeline: this.#timeline,
        server: [],
        levelChanges: this.#levelChanges,
        shards: [],
        engine: EMBEDDED_ENGINE
      };
    }
    #summarizePhase(plan, place2) {
      const { startMs, endMs } = this.#clock.timesOf(place2);
      const isIn = ({ second }) => startMs !== void 0 && endMs !== void 0 && startMs <= second * 1e3 + 500 && second * 1e3 + 500 < endMs;
      const starts = this.#starts.filter(isIn);
      const started = starts.reduce((sum, { made }) => sum + made, 0);
      const dropped = starts.reduce((sum, each) => sum + each.dropped, 0);
      return {
        plan,
        startMs,
        endMs,
        iterations: { ...zeroIterations(), planned: started + dropped, started, dropped },
        peakUsers: this.#timeline.filter(isIn).reduce((most, { users }) => Math.max(most, users), 0)
      };
    }
  };
  function summarizeSeries(series, parts) {
    return { ...series, perPhase: parts.map((part) => part.summarize()) };
  }
  var NO_TIMELINE = {
    requests: 0,
    failures: 0,
    bytesReceived: 0,
    sumUs: 0,
    lowestUs: 0,
    highestUs: 0,
    service: EMPTY_DISTRIBUTION
  };
  var UNKNOWN_HEALTH = {
    scheduleLag: EMPTY_DISTRIBUTION,
    eventLoopDelay: EMPTY_DISTRIBUTION,
    busiestWorkerCpu: void 0,
    processCpuSeconds: 0,
    peakMemoryBytes: 0,
    missedRatio: 0,
    silentStretchesMs: [],
    clamped: 0
  };

  // src/terminal/web/client/page-state.ts
  var MOST_NOTES = 200;
  var PageState = class {
    link = "opening";
    #stage = { kind: "silent" };
    #notes = [];
    #isForeign = false;
    get stage() {
      return this.#stage;
    }
    get notes() {
      return this.#notes;
    }
    get isForeign() {
      return this.#isForeign;
    }
    /** The burst that is shown; undefined: none began. */
    get run() {
      return "run" in this.#stage ? this.#stage.run : void 0;
    }
    /** A new connection tells everything from the start. */
    begin() {
      this.#stage = { kind: "silent" };
      this.#notes = [];
      this.#isForeign = false;
    }
    /** Something came that this page does not know. */
    markForeign() {
      this.#isForeign = true;
    }
    /** The start form is on its way; what stands against it comes as a message. */
    markSent() {
      if (this.#stage.kind === "asking") this.#stage = { ...this.#stage, isSent: true, issues: [] };
    }
    /** Takes in a message, and answers what a screen reader should say about it; undefined: nothing. */
    receive(message) {
      switch (message.kind) {
        case "ask":
          this.#stage = { kind: "asking", form: message.form, issues: message.issues, isSent: false };
          return message.issues.length > 0 ? `Not started: ${message.issues.join(" ")}` : void 0;
        case "begin":
          this.#stage = { kind: "running", run: new LiveRun(message.burst) };
          return message.burst.number > 1 ? `Burst ${message.burst.number} begins.` : "The run begins.";
        case "second":
          return this.#addSecond(message);
        case "note":
          this.#notes = [...this.#notes, message.text].slice(-MOST_NOTES);
          return void 0;
        case "end":
          this.#stage = { kind: "ended", run: this.run, end: message.end };
          return `The run is over: ${message.end.verdict?.reasons[0] ?? message.end.reason ?? "no verdict"}`;
        default:
          this.markForeign();
          return void 0;
      }
    }
    #addSecond({ second, snapshot }) {
      const { run } = this;
      if (!run || this.#stage.kind !== "running") return void 0;
      const before = run.snapshot?.checks ?? [];
      run.add(second, snapshot);
      return describeNews(before, snapshot.checks ?? []);
    }
  };
  function describeNews(before, after) {
    const known = new Map(before.map(({ name, state: state2 }) => [name, state2]));
    const became = (state2) => after.filter((check) => check.state === state2 && known.get(check.name) !== state2);
    const isMended = ({ name }) => ["broken", "warning"].includes(known.get(name) ?? "");
    const parts = [
      listNames2("Broken", became("broken")),
      listNames2("Broken, as a warning", became("warning")),
      listNames2("Holds again", became("holding").filter(isMended))
    ].filter((part) => part !== "");
    return parts.length === 0 ? void 0 : parts.join(" ");
  }
  var MOST_SAID = 5;
  function listNames2(word, checks) {
    if (checks.length === 0) return "";
    const left = checks.length - MOST_SAID;
    const names = checks.slice(0, MOST_SAID).map(({ name }) => name);
    return `${word}: ${names.join(", ")}${left > 0 ? `, and ${left} more` : ""}.`;
  }

  // src/terminal/web/client/read-chart.ts
  var ChartReader = class {
    figure;
    #cursor = make("div", "cursor");
    #moment = make("span", "moment");
    #range = document.createElement("input");
    #points;
    #index;
    #isPointed = false;
    constructor(figure) {
      this.figure = figure;
      this.#range.className = "reader";
      Object.assign(this.#range, { type: "range", min: "0", step: "1", value: "0" });
      for (const kept of [this.#cursor, this.#range]) kept.setAttribute(KEPT, "");
      this.#cursor.append(this.#moment);
      this.#listen();
      this.follow();
    }
    /** After the chart was drawn: takes its new points, and shows what stands at the same moment now. */
    follow() {
      const plot = this.figure.querySelector(".plot");
      const block = this.figure.querySelector('script[type="application/json"]');
      if (!plot || !block) return;
      this.#points = JSON.parse(block.textContent);
      this.#range.max = String(Math.max(0, this.#points.at.length - 1));
      this.#range.setAttribute("aria-label", `Read the chart: ${this.#points.title}`);
      if (this.#range.parentElement !== plot) plot.append(this.#cursor, this.#range);
      if (this.#index !== void 0) this.#show(Math.min(this.#index, this.#points.at.length - 1));
    }
    #listen() {
      const point = (event) => {
        const box = this.#range.getBoundingClientRect();
        this.#isPointed = true;
        this.#show(this.#nearest((event.clientX - box.left) / box.width));
      };
      this.#range.addEventListener("pointermove", point);
      this.#range.addEventListener("pointerdown", point);
      this.#range.addEventListener("pointerleave", () => {
        this.#isPointed = false;
        if (document.activeElement !== this.#range) this.#hide();
      });
      this.#range.addEventListener("input", () => {
        if (!this.#isPointed) this.#show(Number(this.#range.value));
      });
      this.#range.addEventListener("focus", () => this.#show(Number(this.#range.value)));
      this.#range.addEventListener("blur", () => this.#hide());
    }
    #nearest(share) {
      const at = this.#points?.at ?? [];
      const distance = (index) => Math.abs((at[index] ?? 0) / 1e3 - share);
      return at.reduce((best, _, index) => distance(index) < distance(best) ? index : best, 0);
    }
    #show(index) {
      if (!this.#points || index < 0) return;
      const { at, moments, values } = this.#points;
      const share = (at[index] ?? 0) / 1e3;
      const texts = values.map((column) => column[index] || "–");
      const outputs = [...this.figure.querySelectorAll(".legend .value")];
      const labels = outputs.map(({ parentNode }) => listTexts(parentNode));
      this.#index = index;
      this.#cursor.style.left = `${share * 100}%`;
      this.#cursor.classList.toggle("late", share > 0.6);
      this.#moment.textContent = moments[index] ?? "";
      this.figure.classList.add("read");
      for (const [place2, output] of outputs.entries()) output.textContent = texts[place2] ?? "";
      this.#range.value = String(index);
      this.#range.setAttribute(
        "aria-valuetext",
        `${moments[index] ?? ""}: ${labels.map((label, place2) => `${label} ${texts[place2] ?? ""}`).join(", ")}`
      );
    }
    #hide() {
      this.#index = void 0;
      this.figure.classList.remove("read");
      for (const output of this.figure.querySelectorAll(".legend .value")) output.textContent = "";
    }
  };
  function listTexts(entry) {
    return [...entry?.childNodes ?? []].map((node) => node instanceof Text ? node.data : "").join("");
  }
  function make(name, className) {
    const element = document.createElement(name);
    element.className = className;
    return element;
  }

  // src/terminal/web/client/render-downloads.ts
  var LIVE_FILES = [
    ["stats.csv", "each endpoint"],
    ["stats_history.csv", "every second"],
    ["failures.csv", "what failed"],
    ["exceptions.csv", "as Locust has it"]
  ];
  function renderDownloads({ stage, run }, urls) {
    if (stage.kind === "ended") {
      if (urls.size === 0) return NOTHING_TO_SHOW;
      const links2 = [...urls].map(([name, url]) => markup`<li><a href="${url}" download="${name}">${name}</a></li>`);
      return markup`<h2 id="downloads-h">Files</h2><p class="note">Kept in this page, also when load-gate is gone.</p><ul class="files">${links2}</ul>`;
    }
    if (!run) return NOTHING_TO_SHOW;
    const links = LIVE_FILES.map(([name, what]) => markup`<li><a href="${name}" download="${name}">${name}</a> <small>${what}</small></li>`);
    return markup`<h2 id="downloads-h">Files</h2><p class="note">Of the run so far, with the columns of Locust’s files.</p><ul class="files">${links}</ul>`;
  }

  // src/terminal/web/client/render-endpoints.ts
  var MOST_SHOWN = 12;
  var latency = (us) => us === void 0 ? NOTHING : formatLatency(us);
  var COLUMNS = [
    {
      key: "requests",
      title: "requests",
      of: ({ requests }) => requests,
      show: ({ requests }) => formatNumber(requests, 0),
      promised: ["count"]
    },
    { key: "failures", title: "failures", of: ({ failures }) => failures, show: showFailures, promised: ["error_budget", "error_rate"] },
    {
      key: "rate",
      title: "rate",
      of: ({ ratePerSec }) => ratePerSec,
      show: ({ ratePerSec }) => formatRate(ratePerSec),
      promised: ["throughput"]
    },
    { key: "p50", title: "p50", of: ({ p50Us }) => p50Us, show: ({ p50Us }) => latency(p50Us), promised: ["p50"] },
    { key: "p95", title: "p95", of: ({ p95Us }) => p95Us, show: ({ p95Us }) => latency(p95Us), promised: ["p95"] },
    { key: "p99", title: "p99", of: ({ p99Us }) => p99Us, show: ({ p99Us }) => latency(p99Us), promised: ["p99"] }
  ];
  function renderEndpoints(run, view2) {
    const snapshot = run?.snapshot;
    if (!run || !snapshot) return NOTHING_TO_SHOW;
    const rows = sortRows(placeRows(run), view2.sort);
    const shown = view2.showsAll ? rows : rows.filter((each, index) => index < MOST_SHOWN || each.series === view2.focus);
    const left = rows.length - shown.length;
    const broken = (snapshot.checks ?? []).filter(({ state: state2 }) => state2 === "broken");
    const all = { row: { ...snapshot.total, name: "All endpoints" }, series: void 0 };
    const heads = COLUMNS.map(
      ({ key, title }) => markup`<th scope="col" class="n"${view2.sort === key ? markup` aria-sort="descending"` : void 0}><button type="button" class="sort" data-do="sort" data-sort="${key}">${title}</button></th>`
    );
    return markup`<h2 id="endpoints-h">Endpoints</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Endpoints so far"><table class="live-rows"><caption class="unseen">Endpoints so far; the button in each row shows its charts</caption><thead><tr><th scope="col"><button type="button" class="sort" data-do="sort" data-sort="plan">endpoint</button></th>${heads}</tr></thead><tbody>${[all, ...shown].map((placed) => renderRow2(placed, view2, broken))}</tbody></table></div>
<p class="note">So far, warm-ups included; percentiles are of successes. ${left > 0 ? markup`${formatNumber(left, 0)} more. <button type="button" class="plain" data-do="all">Show all</button>` : void 0}</p>`;
  }
  function placeRows({ burst, snapshot }) {
    const places = burst.series.flatMap(({ selected }, index) => selected ? [index] : []);
    return (snapshot?.rows ?? []).map((row, index) => ({ row, series: places[index] ?? -1 }));
  }
  function sortRows(rows, sort) {
    const column = COLUMNS.find(({ key }) => key === sort);
    return column ? rows.toSorted((left, right) => (column.of(right.row) ?? -1) - (column.of(left.row) ?? -1)) : rows;
  }
  function renderRow2({ row, series }, { focus }, broken) {
    const isChosen = series === focus;
    const subject = series === void 0 ? "total" : row.name;
    const metrics = broken.filter((check) => check.series === subject).map(({ metric }) => metric);
    const name = series === void 0 ? row.name : showName(row.name);
    const cells = COLUMNS.map(({ show, promised }) => {
      const isBroken = metrics.some((metric) => promised.includes(metric));
      return isBroken ? markup`<td class="n broken">${drawSign("bad")}<span class="unseen">promise broken: </span>${show(row)}</td>` : markup`<td class="n">${show(row)}</td>`;
    });
    return markup`<tr class="${[series === void 0 ? "all" : "", isChosen ? "chosen" : ""].join(" ").trim()}" data-key="${series ?? "all"}" data-do="focus" data-series="${series ?? ""}"><th scope="row"><button type="button" class="pick" data-do="focus" data-series="${series ?? ""}" aria-pressed="${isChosen ? "true" : "false"}">${name}</button></th>${cells}</tr>`;
  }
  function showFailures({ failures, requests }) {
    if (failures === 0) return "0";
    const share = requests === 0 ? void 0 : formatRatio(Math.min(1, failures / requests));
    return markup`<small>${share}</small> <strong>${formatNumber(failures, 0)}</strong>`;
  }

  // src/terminal/web/client/render-failing.ts
  var COLUMNS2 = [
    { title: "endpoint" },
    { title: "class" },
    { title: "reason" },
    { title: "count", isFigure: true },
    { title: "first seen", isFigure: true },
    { title: "last seen", isFigure: true },
    { title: "a sample" }
  ];
  var FEW_ROWS = 10;
  var MOST_ROWS = 200;
  function renderFailing(run, { showsAll }) {
    const failures = run?.listFailures() ?? [];
    if (failures.length === 0) return NOTHING_TO_SHOW;
    const sorted = failures.toSorted((left2, right) => right.failure.count - left2.failure.count);
    const shown = sorted.slice(0, showsAll ? MOST_ROWS : FEW_ROWS);
    const rows = shown.map(({ name, failure }) => [
      showName(name),
      failure.class,
      markup`<bdi>${failure.reason}</bdi>`,
      formatNumber(failure.count, 0),
      formatDuration(failure.firstMs),
      formatDuration(failure.lastMs),
      markup`<bdi class="sample">${failure.sample}</bdi>`
    ]);
    const left = failures.length - shown.length;
    return markup`<h2 id="failing-h">Failures</h2>${renderTable({ caption: "Failures so far by endpoint, class and reason", columns: COLUMNS2, rows, asCards: true })}${left > 0 ? markup`<p class="note">${formatNumber(left, 0)} more kinds. ${showsAll ? "The report will have them." : markup`<button type="button" class="plain" data-do="all">Show all</button>`}</p>` : void 0}`;
  }
  function renderNotes(notes) {
    if (notes.length === 0) return NOTHING_TO_SHOW;
    return markup`<h2 id="notes-h">Notes</h2><ul class="sentences">${notes.toReversed().map((note) => markup`<li><bdi>${note}</bdi></li>`)}</ul>`;
  }

  // src/terminal/web/client/render-forms.ts
  function renderStartForm({ stage, link: link2 }) {
    if (stage.kind !== "asking") return NOTHING_TO_SHOW;
    const { form, issues, isSent } = stage;
    const isIdle = link2 === "open" && !isSent;
    const wrong = issues.length === 0 ? void 0 : markup`<div class="banner wrong" role="alert"><p><strong>Not started.</strong> ${issues.length === 1 ? "This stands against it:" : "These stand against it:"}</p><ul>${issues.map((issue) => markup`<li><bdi>${issue}</bdi></li>`)}</ul></div>`;
    const rows = form.phases.map((phase, index) => renderPhase(phase, index, { users: form.maxUsers, rate: form.maxRatePerSec }));
    return markup`<form class="start" data-do="start" autocomplete="off"><h2>Start the run</h2>
<p class="note">The values of the files are filled in; what is changed here is for this run alone.</p>${wrong}
<p class="field"><label for="target">Target</label><input type="url" id="target" name="target" value="${form.target}" required spellcheck="false"${form.isTargetFixed ? markup` readonly aria-describedby="target-d"` : void 0}/>${form.isTargetFixed ? markup`<small id="target-d">It comes from a secret, and is not changed here.</small>` : void 0}</p>
<fieldset><legend>Phases</legend>${rows}</fieldset>
<p class="note">At most ${formatNumber(form.maxUsers, 0)} users and ${formatRate(form.maxRatePerSec)}.</p>
<p class="go"><button type="submit" class="main"${isIdle ? void 0 : markup` disabled`}>${isSent ? "Starting" : "Start"}</button></p></form>`;
  }
  function renderPhase(phase, index, caps) {
    const length = markup`<small>${phase.warmup ? `warm-up, ${formatDuration(phase.durationMs)}` : formatDuration(phase.durationMs)}</small>`;
    return markup`<div class="phase-row" role="group" aria-labelledby="phase-${index}"><p class="phase-name" id="phase-${index}">${showName(phase.name, 60)} ${length}</p><div class="inputs">${describePhase(phase, index, caps)}</div></div>`;
  }
  function describePhase(phase, index, caps) {
    switch (phase.model) {
      case "closed":
        return [
          renderNumber({ name: `users-${index}`, label: "Users", value: phase.users, most: caps.users, isWhole: true }),
          renderNumber({ name: `spawn-${index}`, label: "Spawn rate, users/s", value: phase.spawnRatePerSec, isWhole: false })
        ];
      case "open":
        return renderNumber({
          name: `rate-${index}`,
          label: "Arrivals per second",
          value: phase.arrivalRatePerSec,
          most: caps.rate,
          isWhole: false
        });
      case "iterations":
        return markup`<p class="fixed">${formatNumber(phase.iterations, 0)} iterations by ${formatNumber(phase.users, 0)} users</p>`;
      case "pause":
        return markup`<p class="fixed">a pause</p>`;
    }
  }
  var SLOWEST = 1e-3;
  function renderNumber({ name, label, value, most, isWhole }) {
    return markup`<label class="number">${label}<input type="number" name="${name}" min="${isWhole ? 0 : SLOWEST}" step="${isWhole ? 1 : "any"}"${most === void 0 ? void 0 : markup` max="${most}"`} value="${value === void 0 ? "" : String(value)}"${value === void 0 ? markup` placeholder="unchanged"` : markup` required`} inputmode="${isWhole ? "numeric" : "decimal"}"/></label>`;
  }
  function renderLevel({ stage, link: link2 }, { asked }) {
    if (stage.kind !== "running" || link2 !== "open") return NOTHING_TO_SHOW;
    const phase = currentPhase(stage.run);
    if (phase?.plan.model !== "closed") return NOTHING_TO_SHOW;
    const { maxUsers } = stage.run.burst;
    return markup`<form class="level" data-do="level" data-key="level-${phase.place}" autocomplete="off"><p class="level-name">Change the level of ${showName(phase.plan.name, 40)}</p>${renderNumber({ name: "users", label: "Users", value: phase.plan.users, most: maxUsers, isWhole: true })}${renderNumber({ name: "spawn", label: "Spawn rate, users/s", value: 1, isWhole: false })}<button type="submit">Set</button><small>at most ${formatNumber(maxUsers, 0)} users; the run is then compared with no other</small><output class="asked">${asked}</output></form>`;
  }

  // src/terminal/render-progress.ts
  function measureProgress(snapshot) {
    const { elapsedMs, plannedMs, starts, plannedStarts } = snapshot;
    const leftMs = Math.max(0, plannedMs - elapsedMs);
    if (plannedStarts === void 0 || plannedStarts === 0) {
      const ratio2 = plannedMs > 0 ? Math.min(1, elapsedMs / plannedMs) : 1;
      return { ratio: ratio2, text: `${formatSeconds(Math.min(elapsedMs, plannedMs))}/${formatSeconds(plannedMs)}`, etaMs: leftMs };
    }
    const ratio = Math.min(1, starts / plannedStarts);
    const text = `${formatNumber(starts, 0)}/${formatNumber(plannedStarts, 0)}`;
    return { ratio, text, etaMs: starts > 0 ? Math.min(leftMs, elapsedMs / starts * Math.max(0, plannedStarts - starts)) : leftMs };
  }
  function formatSeconds(durationMs) {
    const seconds = Math.round(durationMs / 1e3);
    return seconds === 0 ? "0 s" : formatDuration(seconds * 1e3);
  }

  // src/terminal/web/client/render-head.ts
  function renderHead(state2, view2) {
    const { run, stage } = state2;
    const name = run?.burst.name ?? (stage.kind === "asking" ? stage.form.name : void 0);
    const target = run?.burst.target ?? (stage.kind === "asking" ? stage.form.target : void 0);
    return markup`<div class="row"><div class="what"><h1>${name === void 0 ? "load-gate" : showName(name, 80)}</h1>${target ? markup`<p class="target">${showName(target, 120)}</p>` : void 0}</div><div class="tools"><button type="button" data-do="theme">${view2.isDark ? "Light theme" : "Dark theme"}</button>${renderStop(state2, view2)}</div></div>
<div class="row status">${renderState(state2)}${run ? renderPlace(state2, run) : void 0}</div>
${run ? renderProgressBar(state2, run) : void 0}`;
  }
  function renderState(state2) {
    const { word, sign } = describeState(state2);
    if (sign !== "live") return markup`<strong class="word">${showState(sign, word)}</strong>`;
    return markup`<strong class="word"><span class="state going"><svg class="beat" width="12" height="12" aria-hidden="true"><circle cx="6" cy="6" r="5"/></svg>${word}</span></strong>`;
  }
  function renderPlace({ stage }, run) {
    const { snapshot, burst } = run;
    const phase = currentPhase(run);
    const count = burst.phases.length;
    const facts = [
      burst.number > 1 ? `burst ${formatNumber(burst.number, 0)}` : void 0,
      stage.kind === "running" && phase ? markup`${showName(phase.plan.name, 40)}${count > 1 ? markup` <small>${phase.place + 1} of ${count}</small>` : void 0}` : void 0,
      stage.kind === "running" && snapshot ? markup`<b>${formatNumber(snapshot.users, 0)}</b> ${snapshot.users === 1 ? "user" : "users"}` : void 0,
      snapshot?.openSockets === void 0 || stage.kind === "ended" ? void 0 : markup`<b>${formatNumber(snapshot.openSockets, 0)}</b> open sockets`,
      snapshot && stage.kind === "ended" ? `took ${formatSeconds(snapshot.elapsedMs)}` : void 0
    ];
    return markup`${facts.flatMap((fact) => fact ? [markup`<span class="fact">${fact}</span>`] : [])}${stage.kind === "running" ? renderTally(run) : void 0}`;
  }
  function renderTally({ snapshot }) {
    const checks = snapshot?.checks ?? [];
    if (checks.length === 0) return void 0;
    const count = (wanted) => checks.filter(({ state: state2 }) => state2 === wanted).length;
    const of = ` of ${formatNumber(checks.length, 0)} promises`;
    const [broken, warned, holding] = [count("broken"), count("warning"), count("holding")];
    const [sign, text] = broken > 0 ? ["bad", `${formatNumber(broken, 0)}${of} broken`] : warned > 0 ? ["doubt", `${formatNumber(warned, 0)}${of} broken as a warning`] : holding === checks.length ? ["good", "all promises hold so far"] : ["none", `${formatNumber(holding, 0)}${of} hold so far`];
    return markup`<a class="tally state ${sign}" href="#promises">${drawSign(sign)}${text}</a>`;
  }
  function renderProgressBar({ stage }, { snapshot, burst }) {
    if (!snapshot) return void 0;
    const progress = measureProgress(snapshot);
    const isTimed = burst.phases.every(({ model }) => model !== "iterations");
    const timed = snapshot.plannedMs > 0 ? Math.min(1, snapshot.elapsedMs / snapshot.plannedMs) : 1;
    const ratio = stage.kind === "ended" ? 1 : isTimed ? timed : progress.ratio;
    const left = snapshot.elapsedMs >= snapshot.plannedMs ? "waiting for the last answers" : `${formatSeconds(progress.etaMs)} left`;
    const passed = `${formatSeconds(Math.min(snapshot.elapsedMs, snapshot.plannedMs))} of ${formatSeconds(snapshot.plannedMs)}`;
    const marks = isTimed ? markPhases(burst, snapshot.plannedMs) : [];
    const bar = markup`<div class="progress" role="progressbar" aria-label="Progress of the run" aria-valuemin="0" aria-valuemax="100" aria-valuenow="${Math.floor(ratio * 100)}" aria-valuetext="${passed}, ${left}"><svg width="100%" height="6" aria-hidden="true"><rect class="rest" width="100%" height="6"/><rect class="gone" width="${(ratio * 100).toFixed(2)}%" height="6"/>${marks}</svg></div>`;
    if (stage.kind === "ended") return void 0;
    return markup`${bar}<div class="row times"><span>${passed}</span><span>${left}</span></div>`;
  }
  function markPhases({ phases }, plannedMs) {
    let startMs = 0;
    return phases.slice(0, -1).map(({ durationMs }) => {
      startMs += durationMs;
      return markup`<rect class="mark" x="${(startMs / plannedMs * 100).toFixed(2)}%" width="2" height="6"/>`;
    });
  }
  function renderStop({ stage, link: link2 }, { stop }) {
    if (stage.kind !== "running") return void 0;
    if (link2 !== "open") return void 0;
    switch (stop) {
      case "idle":
        return markup`<button type="button" class="stop" data-do="stop">Stop</button>`;
      case "asking":
        return markup`<span class="sure" role="group" aria-label="Stop the run?"><span>Stop the run?</span><button type="button" class="stop sure-yes" data-do="stop-yes">Yes, stop</button><button type="button" data-do="stop-no">No</button></span>`;
      case "sent":
        return markup`<button type="button" class="stop" disabled>Stopping</button>`;
    }
  }

  // src/terminal/web/client/render-outcome.ts
  function renderTrouble({ link: link2, stage, isForeign }) {
    if (link2 === "lost" && stage.kind !== "ended") {
      return markup`<p class="banner"><strong>The connection to load-gate is lost.</strong> The run may be going on, or may have ended: the terminal knows. What was seen so far stays here, and the page tries to connect again.</p>`;
    }
    if (isForeign) {
      return markup`<p class="banner"><strong>Some of what load-gate sent is unknown to this page.</strong> Load it again; what it shows may not be all there is.</p>`;
    }
    return NOTHING_TO_SHOW;
  }
  function renderOutcome({ stage }, reportUrl) {
    if (stage.kind !== "ended") return NOTHING_TO_SHOW;
    const { verdict, reason } = stage.end;
    const names = (stage.run?.burst.series ?? []).map(({ name }) => name);
    const sign = verdict ? signVerdict(verdict) : "doubt";
    const word = verdict ? VERDICT_WORDS[verdict.state] : "No verdict";
    const [first = "", ...others] = verdict ? verdict.reasons : [reason ?? "the run ended without one."];
    const sentence = first.startsWith(`${word}: `) ? first.slice(word.length + 2) : first;
    return markup`<h2 class="verdict">${drawSign(sign)}<span><strong>${word}:</strong> ${markNames(sentence, names)}</span></h2>
${others.length > 0 ? markup`<ul class="reasons">${others.map((each) => markup`<li>${markNames(each, names)}</li>`)}</ul>` : void 0}${reportUrl === void 0 ? void 0 : markup`<p><a class="button" href="${reportUrl}" target="_blank" rel="noopener">Open report.html</a></p>`}`;
  }
  function renderFigures({ run, stage }) {
    const snapshot = run?.snapshot;
    if (!snapshot) return NOTHING_TO_SHOW;
    const { total, elapsedMs } = snapshot;
    const isOver = stage.kind === "ended";
    const latency2 = (us) => us === void 0 ? NOTHING : formatLatency(us);
    const share = total.requests === 0 ? void 0 : formatRatio(Math.min(1, total.failures / total.requests));
    const figures = [
      isOver && elapsedMs > 0 ? ["requests per second, mean", formatRate(total.requests / (elapsedMs / 1e3))] : ["requests per second", formatRate(total.ratePerSec)],
      ["succeeded", formatNumber(Math.max(0, total.requests - total.failures), 0)],
      ["failed", markup`${formatNumber(total.failures, 0)}${share && total.failures > 0 ? markup` <small>${share}</small>` : void 0}`],
      ["p50", latency2(total.p50Us)],
      ["p95", latency2(total.p95Us)],
      ["p99", latency2(total.p99Us)]
    ];
    return markup`<dl class="figures">${figures.map(([word, figure]) => markup`<div><dt>${word}</dt><dd>${figure}</dd></div>`)}</dl>`;
  }

  // src/terminal/web/client/render-promises.ts
  var MOST_SOUND = 12;
  var STATES = {
    broken: { sign: "bad", word: "broken", isAlways: true },
    warning: { sign: "doubt", word: "broken as a warning", isAlways: true },
    holding: { sign: "good", word: "so far", isAlways: false },
    waiting: { sign: "none", word: "not to be told yet", isAlways: false }
  };
  function renderPromises({ run, stage }, { showsAll }) {
    const isOver = stage.kind === "ended";
    const placed = (run?.snapshot?.checks ?? []).map((check, place2) => ({ ...check, place: place2 }));
    if (placed.length === 0) return NOTHING_TO_SHOW;
    const byState = Map.groupBy(placed, ({ state: state2 }) => state2);
    const groups = Object.keys(STATES).map((state2) => byState.get(state2) ?? []);
    const sorted = groups.flat();
    const bad = sorted.filter(({ state: state2 }) => STATES[state2].isAlways);
    const sound = sorted.filter(({ state: state2 }) => !STATES[state2].isAlways);
    const shown = [...bad, ...showsAll ? sound : sound.slice(0, MOST_SOUND)];
    const left = sorted.length - shown.length;
    const note = isOver ? markup`<p class="note">As last seen while it ran. The verdict is made of the whole run.</p>` : void 0;
    return markup`<h2 id="promises-h">Promises</h2><p class="lead tallies">${groups.map((group) => renderTally2(group, isOver))}</p><ul class="promises">${shown.map(renderPromise)}</ul>${left > 0 ? markup`<p class="note">${formatNumber(left, 0)} more. <button type="button" class="plain" data-do="all">Show all</button></p>` : void 0}${note}`;
  }
  function renderTally2(group, isOver) {
    const [first] = group;
    if (!first) return void 0;
    const { sign, word } = STATES[first.state];
    const count = formatNumber(group.length, 0);
    if (first.state === "holding")
      return markup`<span>${count} ${isOver ? "held" : group.length === 1 ? "holds so far" : "hold so far"}</span>`;
    return first.state === "waiting" ? markup`<span>${count} ${word}</span>` : markup`<strong class="state ${sign}">${count} ${word}</strong>`;
  }
  function renderPromise({ name, state: state2, limit, observed, place: place2 }) {
    const { sign, word } = STATES[state2];
    return markup`<li class="${sign}" data-key="${place2}">${drawSign(sign)}<span class="unseen">${state2 === "holding" ? "holds so far" : word}: </span><span class="promise">${showName(name)}</span><span class="reading-of"><strong>${cleanText(observed, LONGEST2)}</strong> <small>${cleanText(limit, LONGEST2)}</small></span></li>`;
  }
  var LONGEST2 = 40;

  // src/terminal/web/client/view.ts
  var LivePageView = class {
    now = { focus: void 0, sort: "plan", showsAll: false, stop: "idle", asked: "", isDark: false };
    change(part) {
      this.now = { ...this.now, ...part };
    }
    /** Another burst has the same endpoints, and was neither stopped nor changed. */
    begin() {
      this.change({ stop: "idle", asked: "" });
    }
  };

  // src/terminal/web/client/main.ts
  var state = new PageState();
  var view = new LivePageView();
  var loop = new DrawLoop();
  var files = keepFiles();
  var isNew = true;
  var link = openLink({
    onOpen: () => {
      isNew = true;
      state.link = "open";
      loop.refresh("now");
    },
    onMessage: (message) => {
      if (isNew) state.begin();
      isNew = false;
      const said = state.receive(message);
      if (message.kind === "begin") view.begin();
      if (message.kind === "end") {
        files.keep(message.end.files);
        link.leave();
      }
      if (said !== void 0) say(said);
      loop.refresh(message.kind === "second" || message.kind === "note" ? "soon" : "now");
    },
    onGarbage: () => {
      state.markForeign();
      loop.refresh();
    },
    onLost: () => {
      if (state.link !== "lost") say("The connection to load-gate is lost.");
      state.link = "lost";
      loop.refresh("now");
    }
  });
  function say(text) {
    find("said").textContent = text;
  }
  function find(id) {
    const element = document.getElementById(id);
    if (!element) throw new Error(`the page has no element ${id}`);
    return element;
  }
  var PARTS = {
    head: () => renderHead(state, view.now),
    trouble: () => renderTrouble(state),
    outcome: () => renderOutcome(state, files.urls.get("report.html")),
    ask: () => renderStartForm(state),
    figures: () => renderFigures(state),
    level: () => renderLevel(state, view.now),
    promises: () => renderPromises(state, view.now),
    endpoints: () => renderEndpoints(state.run, view.now),
    "charts-head": renderChartsHead,
    failing: () => renderFailing(state.run, view.now),
    downloads: () => renderDownloads(state, files.urls),
    notes: () => renderNotes(state.notes)
  };
  function renderChartsHead() {
    const { run } = state;
    find("charts").hidden = run === void 0;
    const series = view.now.focus === void 0 ? void 0 : run?.burst.series[view.now.focus];
    if (!series) return markup`<h2 id="charts-h" tabindex="-1">All endpoints</h2>`;
    return markup`<h2 id="charts-h" tabindex="-1">${showName(series.name)}</h2><button type="button" data-do="focus" data-series="">Back to all endpoints</button>`;
  }
  for (const [id, render] of Object.entries(PARTS)) loop.add({ element: find(id), render }, true);
  for (const chart of LIVE_CHARTS) addChart(chart);
  function addChart(chart) {
    const element = document.createElement("div");
    element.className = chart.isWide ? "drawing wide" : "drawing";
    find("drawings").append(element);
    let reader;
    const render = () => {
      const { run } = state;
      const html = run ? chart.draw(run, view.now.focus) : NOTHING_TO_SHOW;
      if (html.toString() !== "") return html;
      return markup`<div class="chart nothing"><h3>${chart.title}</h3><p>${chart.empty}</p></div>`;
    };
    const onDrawn = () => {
      const figure = element.querySelector("figure");
      if (!figure) reader = void 0;
      else if (reader?.figure === figure) reader.follow();
      else reader = new ChartReader(figure);
    };
    loop.add({ element, render, onDrawn, isShown: () => state.run !== void 0 && chart.isShown(state.run.burst, view.now.focus) });
  }
  handleActions({ state, view, link, refresh: () => loop.refresh("now"), find });
  loop.onDrawn(() => {
    document.title = describeTab(state);
  });
  loop.refresh("now");
})();
