import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  RUNTIME_FILES,
  readRuntime,
  readRuntimeFor
} from "./chunk-FFCZ7UC7.js";
import "./chunk-62LH7HJX.js";
import "./chunk-WYDHRVNK.js";
import "./chunk-5PVW3TJC.js";
export {
  RUNTIME_FILES,
  readRuntime,
  readRuntimeFor
};
