import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  prepareGate,
  runGate
} from "./chunk-CN23XTGZ.js";
import "./chunk-P44L3W56.js";
import "./chunk-4TCSAZ74.js";
import "./chunk-H6BABJ5J.js";
import "./chunk-EJCYSHUU.js";
import "./chunk-EI6GYA46.js";
import "./chunk-V2S7R557.js";
import "./chunk-CYQKHEPR.js";
import "./chunk-B56ZWI64.js";
import "./chunk-MIOVG5TH.js";
import "./chunk-V23HYMIJ.js";
import "./chunk-7GDODETR.js";
import "./chunk-EBQF5HMN.js";
import "./chunk-OCFKQCNV.js";
import "./chunk-VPNJNPXV.js";
import "./chunk-E6NH22QY.js";
import "./chunk-GNIJBZKR.js";
import "./chunk-ZBZHH72O.js";
import "./chunk-6YJF3WAO.js";
import "./chunk-M3TBPBE2.js";
import "./chunk-QFYDUHTM.js";
import "./chunk-BRFOQZPS.js";
import "./chunk-Y6VGIQBM.js";
import "./chunk-DEPG7QEM.js";
import "./chunk-2EGEYTRJ.js";
import "./chunk-NV5WPINZ.js";
export {
  prepareGate,
  runGate
};
