import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  describeRun,
  summarizeUnbegun
} from "./chunk-WL5GGP2O.js";
import "./chunk-7GDODETR.js";
import "./chunk-UNEDPV2J.js";
import "./chunk-6YJF3WAO.js";
import "./chunk-DEPG7QEM.js";
import "./chunk-NV5WPINZ.js";
export {
  describeRun,
  summarizeUnbegun
};
