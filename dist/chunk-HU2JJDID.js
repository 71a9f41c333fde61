import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  context,
  getOctokit
} from "./chunk-SWRBPB6A.js";
import "./chunk-RKNJLPH7.js";
import "./chunk-RYQVFUXL.js";
import "./chunk-5PVW3TJC.js";
export {
  context,
  getOctokit
};
