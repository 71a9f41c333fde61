import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  prepareGate,
  runGate
} from "./chunk-JAMJ5A24.js";
import "./chunk-PV26FUCI.js";
import "./chunk-T2XU3OKD.js";
import "./chunk-SEKWGPD2.js";
import "./chunk-Y4TV2J3X.js";
import "./chunk-EBQF5HMN.js";
import "./chunk-OB3FFVYO.js";
import "./chunk-H3ZDSPKX.js";
import "./chunk-QFYDUHTM.js";
import "./chunk-SRP3TT6F.js";
import "./chunk-2EGEYTRJ.js";
import "./chunk-7GDODETR.js";
import "./chunk-6YJF3WAO.js";
import "./chunk-DEPG7QEM.js";
import "./chunk-NV5WPINZ.js";
export {
  prepareGate,
  runGate
};
