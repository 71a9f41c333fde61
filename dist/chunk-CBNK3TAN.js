import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  describeRun,
  summarizeUnbegun
} from "./chunk-QLJROCQR.js";
import "./chunk-WQ5YNFM6.js";
import "./chunk-7GDODETR.js";
import "./chunk-6YJF3WAO.js";
import "./chunk-VBOHBSWN.js";
import "./chunk-5PVW3TJC.js";
export {
  describeRun,
  summarizeUnbegun
};
