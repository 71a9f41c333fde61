import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  openClient
} from "./chunk-UN5IMYDC.js";
import "./chunk-6NJWPGFM.js";
import "./chunk-2EGEYTRJ.js";
import "./chunk-PYW6TE7I.js";
import "./chunk-5PVW3TJC.js";
export {
  openClient
};
