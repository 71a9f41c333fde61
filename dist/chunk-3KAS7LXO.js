import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  prepareGate
} from "./chunk-ZS53FV4U.js";
import "./chunk-SZJTGUQ5.js";
import "./chunk-H3FF2RGQ.js";
import "./chunk-DM6KCMH3.js";
import "./chunk-LI346CT5.js";
import "./chunk-6CU6QLVC.js";
import "./chunk-Y4TV2J3X.js";
import "./chunk-EBQF5HMN.js";
import "./chunk-ZBZHH72O.js";
import "./chunk-M3TBPBE2.js";
import "./chunk-QFYDUHTM.js";
import "./chunk-BRFOQZPS.js";
import "./chunk-7GDODETR.js";
import "./chunk-6YJF3WAO.js";
import "./chunk-2EGEYTRJ.js";
import "./chunk-BQFUSSG6.js";
import "./chunk-5PVW3TJC.js";
export {
  prepareGate
};
