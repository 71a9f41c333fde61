import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  describeRun,
  summarizeUnbegun
} from "./chunk-HP26WELR.js";
import "./chunk-7GDODETR.js";
import "./chunk-LA3KFWBC.js";
import "./chunk-6YJF3WAO.js";
import "./chunk-TDLXG5SE.js";
import "./chunk-NV5WPINZ.js";
export {
  describeRun,
  summarizeUnbegun
};
