import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  prepareGate,
  runGate
} from "./chunk-UAWFCDS7.js";
import "./chunk-7A2I3EXD.js";
import "./chunk-3MO5ESKP.js";
import "./chunk-KE4YYRIX.js";
import "./chunk-Y4TV2J3X.js";
import "./chunk-EBQF5HMN.js";
import "./chunk-OB3FFVYO.js";
import "./chunk-VAPR4DIO.js";
import "./chunk-SRP3TT6F.js";
import "./chunk-2EGEYTRJ.js";
import "./chunk-7GDODETR.js";
import "./chunk-6YJF3WAO.js";
import "./chunk-TDLXG5SE.js";
import "./chunk-NV5WPINZ.js";
export {
  prepareGate,
  runGate
};
