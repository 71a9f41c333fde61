import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  describeRun,
  summarizeUnbegun
} from "./chunk-XFQF24SJ.js";
import "./chunk-RMZHNBZP.js";
import "./chunk-V5SBQFRO.js";
import "./chunk-7GDODETR.js";
import "./chunk-SCAQDBTE.js";
import "./chunk-IB6763X2.js";
import "./chunk-6YJF3WAO.js";
import "./chunk-5PVW3TJC.js";
export {
  describeRun,
  summarizeUnbegun
};
