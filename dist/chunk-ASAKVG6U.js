import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  renderLocustfile
} from "./chunk-FPQGZSBB.js";
import "./chunk-2ZTPFEQL.js";
import "./chunk-W5WIHUKP.js";
import "./chunk-UDOFNP7A.js";
import "./chunk-MTFGZTSO.js";
import "./chunk-MFS6CBON.js";
import "./chunk-IW22IME3.js";
import "./chunk-MLCRLLSN.js";
import "./chunk-5PVW3TJC.js";
export {
  renderLocustfile
};
