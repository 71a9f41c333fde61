import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  describeRun,
  summarizeUnbegun
} from "./chunk-QYOVQGZK.js";
import "./chunk-KCTUUMN5.js";
import "./chunk-V5SBQFRO.js";
import "./chunk-7GDODETR.js";
import "./chunk-QOQTFCX6.js";
import "./chunk-PQ7UTJ5X.js";
import "./chunk-6YJF3WAO.js";
import "./chunk-5PVW3TJC.js";
export {
  describeRun,
  summarizeUnbegun
};
