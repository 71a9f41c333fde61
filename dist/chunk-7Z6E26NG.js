import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  openClient
} from "./chunk-KAD2GKFG.js";
import "./chunk-6NJWPGFM.js";
import "./chunk-WYDHRVNK.js";
import "./chunk-MLCRLLSN.js";
import "./chunk-5PVW3TJC.js";
export {
  openClient
};
