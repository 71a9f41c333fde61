import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  describeLevelChanges,
  listReasons
} from "./chunk-RNRZHEU7.js";
import {
  SIGN_SHAPES,
  STYLE,
  dataBlock,
  drawSign,
  listPolicy,
  markup,
  pathData,
  showName,
  signVerdict,
  trustMarkup
} from "./chunk-O5EUW5W5.js";
import {
  NOTHING,
  formatReading
} from "./chunk-L6PGXDWQ.js";
import {
  percentileOf
} from "./chunk-SIM77PFW.js";
import {
  mergeDistributions,
  percentileUs
} from "./chunk-IB6763X2.js";
import {
  formatDuration,
  formatLatency,
  formatNumber,
  formatRate,
  formatRatio
} from "./chunk-BRFOQZPS.js";
import {
  cleanText
} from "./chunk-6NJWPGFM.js";

// src/report/escape-markdown.ts
var REFERENCES = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  "\\": "&#92;",
  "`": "&#96;",
  "*": "&#42;",
  _: "&#95;",
  "[": "&#91;",
  "]": "&#93;",
  "|": "&#124;",
  "~": "&#126;",
  // A reference hides it from parsers of the text, and an element of its own from those of the page ("Writing mathematical expressions", GitHub's documentation).
  $: "<span>&#36;</span>"
};
var STRUCTURE = /[<>&\\`*_[\]|~$]/g;
var MARKS = /[@#]|:(?=\/\/|(?!\d\d:)[\w+-]+:)|(?<![a-z0-9])(?:www(?=\.)|gh(?=-\d))/gi;
var LONGEST_SENTENCE = 600;
function escapeMarkdown(text, longest = 300) {
  return escapeLine(cleanText(text, longest));
}
var BEGINNING = /^(?:[-+=](?=[-=\s]|$)|\d{1,9}[.)](?=\s|$))/;
function escapeLine(line) {
  return line.replace(MARKS, (mark) => `${mark}​`).replace(STRUCTURE, (character) => REFERENCES[character] ?? "").replaceAll("​", "&#8203;").replace(BEGINNING, (marker) => `${marker.slice(0, -1)}&#${marker.charCodeAt(marker.length - 1)};`);
}
function codeSpan(text, longest = 300) {
  const line = cleanText(text, longest);
  if (line === "") return "";
  const runs = line.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const padding = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${fence}${padding}${line}${padding}${fence}`;
}
function escapeSentence(sentence, names) {
  let rest = cleanText(sentence, LONGEST_SENTENCE);
  let text = "";
  for (let found = findName(rest, names); found; found = findName(rest, names)) {
    text += escapeLine(rest.slice(0, found.at)) + codeSpan(found.name, LONGEST_SENTENCE);
    rest = rest.slice(found.at + found.name.length);
  }
  return text + escapeLine(rest);
}
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
var LONGEST_SENTENCE2 = 600;
function markNames(sentence, names) {
  let rest = cleanText(sentence, LONGEST_SENTENCE2);
  const parts = [];
  for (let found = findName(rest, names); found; found = findName(rest, names)) {
    parts.push(showPiece(rest.slice(0, found.at)), showName(found.name, LONGEST_SENTENCE2));
    rest = rest.slice(found.at + found.name.length);
  }
  return markup`${parts}${showPiece(rest)}`;
}
function showPiece(text) {
  return markup`${text.startsWith(" ") ? markup` ` : void 0}${text}${text.length > 1 && text.endsWith(" ") ? markup` ` : void 0}`;
}
function listNames({ run, verdict, comparison }) {
  return [
    ...verdict.checks.map((check) => check.name),
    ...run.series.map((series) => series.name),
    ...run.phases.map((phase) => phase.plan.name),
    ...(comparison?.result.rows ?? []).map((row) => row.name)
  ];
}

// src/report/html/page-script.ts
var SCRIPT = `'use strict';
(() => {
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  const make = (name, className) => {
    const element = document.createElement(name);
    element.className = className;
    return element;
  };

  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset.theme || (dark.matches ? 'dark' : 'light')) === 'dark';
  const button = document.getElementById('theme');
  const nameTheme = () => {
    button.textContent = isDark() ? 'Light theme' : 'Dark theme';
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    nameTheme();
  });
  dark.addEventListener('change', nameTheme);
  nameTheme();

  const readChart = (figure) => {
    const block = figure.querySelector('script');
    const plot = figure.querySelector('.plot');
    const data = JSON.parse(block.textContent);
    data.at = data.at.map((at) => at / 1000);
    const last = data.at.length - 1;
    if (last < 0) return;
    const outputs = all('.legend .value', figure);
    const labels = outputs.map((output) => output.parentElement.textContent);
    const cursor = make('div', 'cursor');
    const moment = make('span', 'moment');
    const range = make('input', 'reader');
    cursor.append(moment);
    Object.assign(range, { type: 'range', min: 0, max: last, step: 1, value: 0 });
    range.setAttribute('aria-label', 'Read the chart: ' + data.title);
    let isPointed = false;
    const show = (index) => {
      const texts = data.values.map((values) => values[index] || '–');
      cursor.style.left = data.at[index] * 100 + '%';
      cursor.classList.toggle('late', data.at[index] > 0.6);
      moment.textContent = data.moments[index];
      figure.classList.add('read');
      outputs.forEach((output, place) => {
        output.textContent = texts[place];
      });
      range.value = index;
      range.setAttribute('aria-valuetext', data.moments[index] + ': ' + labels.map((label, place) => label + ' ' + texts[place]).join(', '));
    };
    const hide = () => {
      figure.classList.remove('read');
      outputs.forEach((output) => {
        output.textContent = '';
      });
    };
    const nearest = (share) => {
      let best = 0;
      data.at.forEach((at, index) => {
        if (Math.abs(at - share) < Math.abs(data.at[best] - share)) best = index;
      });
      return best;
    };
    const point = (event) => {
      const box = plot.getBoundingClientRect();
      isPointed = true;
      show(nearest((event.clientX - box.left) / box.width));
    };
    range.addEventListener('pointermove', point);
    range.addEventListener('pointerdown', point);
    range.addEventListener('pointerleave', () => {
      isPointed = false;
      if (document.activeElement !== range) hide();
    });
    range.addEventListener('input', () => {
      if (!isPointed) show(Number(range.value));
    });
    range.addEventListener('focus', () => show(Number(range.value)));
    range.addEventListener('blur', hide);
    plot.append(cursor, range);
  };
  all('figure.chart').forEach(readChart);

  const box = document.querySelector('.filter');
  const field = document.getElementById('filter');
  const failing = document.getElementById('failing');
  const rows = all('[data-name]');
  const counted = rows.filter((row) => row.closest('#endpoints') && row.localName === 'tr');
  // A page of several runs has no filter.
  const filter = () => {
    const wanted = field.value.trim().toLowerCase();
    rows.forEach((row) => {
      const name = row.dataset.name;
      row.hidden = !name.slice(1).toLowerCase().includes(wanted) || (failing.checked && name[0] !== '!');
    });
    const shown = counted.filter((row) => !row.hidden).length;
    box.querySelector('[role=status]').textContent = shown === counted.length ? '' : shown + ' of ' + counted.length + ' shown';
  };
  if (box) {
    box.hidden = false;
    field.addEventListener('input', filter);
    failing.addEventListener('change', filter);
  }

  const reveal = () => {
    const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
    const fold = target && target.closest('details');
    if (!fold || fold.open) return;
    fold.open = true;
    fold.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();

  let folded = [];
  addEventListener('beforeprint', () => {
    folded = all('details.endpoint:not([open])');
    folded.forEach((fold) => {
      fold.open = true;
    });
  });
  addEventListener('afterprint', () => {
    folded.forEach((fold) => {
      fold.open = false;
    });
  });

  const links = new Map(all('nav a').map((link) => [link.getAttribute('href').slice(1), link]));
  const seen = new IntersectionObserver((entries) => {
    entries.forEach((entry) => {
      if (!entry.isIntersecting) return;
      links.forEach((link) => link.removeAttribute('aria-current'));
      links.get(entry.target.id).setAttribute('aria-current', 'true');
    });
  }, { rootMargin: '-10% 0px -80% 0px' });
  all('main > section').forEach((section) => seen.observe(section));
})();
`;

// src/report/html/render-page.ts
function renderPage(page) {
  const { title, skip, top, sections, source, version, more, shapes } = page;
  const contents = sections.map((section) => markup`<li><a href="#${section.id}">${section.title}</a></li>`);
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trustMarkup(listPolicy(more))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${trustMarkup(STYLE)}</style>
${more && markup`<style>${trustMarkup(more.text)}</style>\n`}</head>
<body>
<a class="skip" href="#main">${skip}</a>
${SIGN_SHAPES}
${shapes}<div class="page">
<nav aria-label="Contents"><ul>${contents}</ul><button type="button" id="theme" hidden>Dark theme</button></nav>
<main id="main" tabindex="-1">
${top}
${sections.map((section) => section.html)}
<footer><p>Made by load-gate ${version}. ${source}</p></footer>
</main>
</div>
<script>${trustMarkup(SCRIPT)}</script>
</body>
</html>
`.toString();
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
function renderFacts(facts) {
  return markup`<dl class="facts">${facts.map(([word, what]) => markup`<div><dt>${word}</dt><dd>${what}</dd></div>`)}</dl>
`;
}

// src/report/html/section.ts
function renderSection(id, title, body) {
  return {
    id,
    title,
    html: markup`<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${title}</h2>
${body}</section>
`
  };
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
function placeAt(across, up) {
  return { x: percent(across), y: percent(1 - up, TALL) };
}
var TALL = 0.9;
function percent(share, of = 1) {
  return `${Math.round(share * of * 1e4) / 100}%`;
}
function drawCurves({ at, width, curves }, toShare) {
  const layers = curves.filter(({ form }) => form === "layer");
  const stack = layers.toReversed().map(({ tone }, index) => {
    const below = layers.slice(0, layers.length - index);
    const sums = at.map((_, place) => below.reduce((sum, { values }) => sum + (values[place] ?? 0), 0));
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
  const isIn = (place) => phases === void 0 || phases.includes(place);
  return series.flatMap(({ perPhase }) => perPhase.filter((_, place) => isIn(place)).flatMap(({ slices }) => slices));
}
function addStep(slices) {
  const sum = (of) => slices.reduce((total, slice) => total + of(slice), 0);
  return {
    ok: sum(({ ok }) => ok),
    failed: sum(({ failed }) => failed),
    censored: sum(({ censored }) => censored),
    latency: () => mergeDistributions(slices.map(({ latency }) => latency))
  };
}
function perSecond(count, step, { stepSec, endSec }) {
  return count / Math.max(1, Math.min(stepSec, endSec - step * stepSec));
}

// src/report/html/time-chart.ts
var MOST_DRAWN = 300;
var MOST_TOLD = 20;
var FEWEST_TOLD = 10;
function frameTime(run, curvesOf, mostSteps = MOST_DRAWN) {
  const fine = buildTimeAxis(run, mostSteps);
  const coarse = buildTimeAxis(run, mostSteps < MOST_DRAWN ? FEWEST_TOLD : MOST_TOLD);
  return frameAxes({ fine, coarse }, listBands(run, fine.endSec), curvesOf);
}
function frameTogether(runs, curvesOf, { mostSteps, banded }) {
  const endSec = Math.max(1, ...runs.map((run) => buildTimeAxis(run, 1).endSec));
  const cut = (most) => ({ stepSec: Math.ceil(endSec / most), endSec });
  return frameAxes({ fine: cut(mostSteps), coarse: cut(FEWEST_TOLD) }, banded ? listBands(banded, endSec) : [], curvesOf);
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
    values: latencies.map((latency) => percentileUs(latency, percentile)),
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

// src/report/html/verdict-section.ts
var VERDICT_WORDS = {
  pass: "Pass",
  breach: "Breach",
  regression: "Regression",
  inconclusive: "Inconclusive"
};
function renderVerdict(report, endpoints) {
  const { run, verdict } = report;
  const names = listNames(report);
  const [first = "", ...others] = listReasons(report);
  const word = VERDICT_WORDS[verdict.state];
  const sentence = first.startsWith(`${word}: `) ? first.slice(word.length + 2) : first;
  const { ending } = run;
  const end = ending.state === "complete" ? void 0 : markup`<p class="ending"><strong>${ending.state === "aborted" ? "Aborted" : "Cut short"}:</strong> ${ending.reason}</p>`;
  const steered = run.levelChanges.length === 0 ? void 0 : markup`<p class="ending"><strong>Users set by hand:</strong> ${describeLevelChanges(run.levelChanges)}. Such a run is compared with no baseline.</p>`;
  const more = others.length > 0 ? markup`<ul class="reasons">${others.map((reason) => markup`<li>${markNames(reason, names)}</li>`)}</ul>` : void 0;
  return markup`<header class="top ${signVerdict(verdict)}"><p class="what">${showName(run.scenario.name, 80)} <span class="tool">load-gate report</span></p>
<h1>${drawSign(signVerdict(verdict))}<span><strong>${word}:</strong> ${markNames(sentence, names)}</span></h1>
${end}${steered}${more}<p class="about">${aboutRun(report)}</p>
${renderFigures(endpoints)}</header>`;
}
function aboutRun({ run }) {
  const facts = [
    run.scenario.profile === void 0 ? void 0 : markup`profile ${showName(run.scenario.profile, 60)}`,
    run.target === "" ? void 0 : markup`target ${showName(run.target, 120)}`,
    markup`started ${formatInstant(run.startedAt)}`,
    formatDuration(run.durationMs),
    markup`seed ${run.seed}`
  ];
  return facts.flatMap((fact) => fact ? [markup`<span>${fact}</span> `] : []);
}
function formatInstant(iso) {
  return iso.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?Z$/, "$1 $2 UTC");
}
function renderFigures({ total }) {
  const share = total.chargeable === 0 ? NOTHING : formatRatio(total.failed / total.chargeable);
  const figures = [
    ["requests", formatNumber(total.attempts, 0)],
    ["failed", share],
    ["successes per s", total.okPerSec === void 0 ? NOTHING : formatRate(total.okPerSec)],
    ...[50, 95, 99].map((percentile) => [`p${percentile}, all endpoints`, formatReading(percentileOf(total, percentile))])
  ];
  return markup`<dl class="figures">${figures.map(([word, figure]) => markup`<div><dt>${word}</dt><dd>${figure}</dd></div>`)}</dl>`;
}

export {
  escapeMarkdown,
  codeSpan,
  escapeSentence,
  renderTable,
  renderFacts,
  markNames,
  listNames,
  renderSection,
  buildTimeAxis,
  buildTimeline,
  countSteps,
  listSlices,
  perSecond,
  drawMarks,
  openCanvas,
  drawGrid,
  drawLabels,
  drawTicks,
  drawBand,
  labelBand,
  placeAt,
  renderChart,
  renderReading,
  renderFigure,
  renderKey,
  buildLinearScale,
  buildLatencyScale,
  buildLogScale,
  listTimeTicks,
  formatMoment,
  formatLatencyTick,
  frameTime,
  frameTogether,
  listBands,
  drawPercentiles,
  drawRate,
  listValues,
  describeStep,
  describeRange,
  describeCurves,
  renderPage,
  VERDICT_WORDS,
  renderVerdict
};
