import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  VERSION
} from "./chunk-BQFUSSG6.js";
import "./chunk-5PVW3TJC.js";
export {
  VERSION
};
