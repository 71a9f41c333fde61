import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  prepareGate
} from "./chunk-BORX4A3Z.js";
import "./chunk-7TJGRZX6.js";
import "./chunk-5KKSULM3.js";
import "./chunk-H3FF2RGQ.js";
import "./chunk-SKBROJY2.js";
import "./chunk-ZN5WLTNX.js";
import "./chunk-LI346CT5.js";
import "./chunk-B56ZWI64.js";
import "./chunk-PTKLRRIT.js";
import "./chunk-NXLCI43T.js";
import "./chunk-PXSZOLEO.js";
import "./chunk-ODONXTAZ.js";
import "./chunk-Y4TV2J3X.js";
import "./chunk-EBQF5HMN.js";
import "./chunk-ZBZHH72O.js";
import "./chunk-M3TBPBE2.js";
import "./chunk-QFYDUHTM.js";
import "./chunk-BRFOQZPS.js";
import "./chunk-7GDODETR.js";
import "./chunk-6YJF3WAO.js";
import "./chunk-VBOHBSWN.js";
import "./chunk-6NJWPGFM.js";
import "./chunk-2EGEYTRJ.js";
import "./chunk-GBVFBZNR.js";
import "./chunk-5PVW3TJC.js";
export {
  prepareGate
};
