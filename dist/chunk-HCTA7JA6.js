import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  RUNTIME_FILES,
  readRuntime,
  readRuntimeFor
} from "./chunk-ZUETRAJ4.js";
import "./chunk-MTFGZTSO.js";
import "./chunk-MFS6CBON.js";
import "./chunk-IW22IME3.js";
import "./chunk-WYDHRVNK.js";
import "./chunk-5PVW3TJC.js";
export {
  RUNTIME_FILES,
  readRuntime,
  readRuntimeFor
};
