import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

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

export {
  cleanText
};
