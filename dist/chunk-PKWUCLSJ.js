import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  prepareGate,
  runGate
} from "./chunk-43APEW6H.js";
import "./chunk-P44L3W56.js";
import "./chunk-MKIBHTSB.js";
import "./chunk-BWARCQRU.js";
import "./chunk-457D4EUQ.js";
import "./chunk-I65OGUAE.js";
import "./chunk-SYZ5DSLP.js";
import "./chunk-CYQKHEPR.js";
import "./chunk-B56ZWI64.js";
import "./chunk-MIOVG5TH.js";
import "./chunk-V23HYMIJ.js";
import "./chunk-7GDODETR.js";
import "./chunk-EBQF5HMN.js";
import "./chunk-TNBACOKF.js";
import "./chunk-VPNJNPXV.js";
import "./chunk-E6NH22QY.js";
import "./chunk-GNIJBZKR.js";
import "./chunk-ZBZHH72O.js";
import "./chunk-6YJF3WAO.js";
import "./chunk-M3TBPBE2.js";
import "./chunk-QFYDUHTM.js";
import "./chunk-BRFOQZPS.js";
import "./chunk-ZR3GJHUS.js";
import "./chunk-DEPG7QEM.js";
import "./chunk-2EGEYTRJ.js";
import "./chunk-NV5WPINZ.js";
export {
  prepareGate,
  runGate
};
