import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  openClient
} from "./chunk-TKP635RV.js";
import "./chunk-6NJWPGFM.js";
import "./chunk-2EGEYTRJ.js";
import "./chunk-X5NE37OZ.js";
import "./chunk-5PVW3TJC.js";
export {
  openClient
};
