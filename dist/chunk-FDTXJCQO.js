import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  renderLocustfile
} from "./chunk-GSNZQMAU.js";
import "./chunk-2GSS2K66.js";
import "./chunk-62LH7HJX.js";
import "./chunk-MFS6CBON.js";
import "./chunk-IW22IME3.js";
import "./chunk-MLCRLLSN.js";
import "./chunk-5PVW3TJC.js";
export {
  renderLocustfile
};
