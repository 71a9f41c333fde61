import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  describeRun,
  summarizeUnbegun
} from "./chunk-EZ6U3ALE.js";
import "./chunk-6QARX67P.js";
import "./chunk-7GDODETR.js";
import "./chunk-2WSC4MNV.js";
import "./chunk-6YJF3WAO.js";
import "./chunk-PQ7UTJ5X.js";
import "./chunk-5PVW3TJC.js";
export {
  describeRun,
  summarizeUnbegun
};
