import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  changeBaseline
} from "./chunk-W2S7XQVX.js";
import "./chunk-GOWUGY32.js";
import "./chunk-457D4EUQ.js";
import "./chunk-WE3RHMA4.js";
import "./chunk-A3SLCI4C.js";
import "./chunk-NYCRIBP2.js";
import "./chunk-O2YGMJOC.js";
import "./chunk-EO6NBAQB.js";
import "./chunk-PD6CIZZZ.js";
import "./chunk-KNFU4ITQ.js";
import "./chunk-L6PGXDWQ.js";
import "./chunk-2TOVJSTJ.js";
import "./chunk-I5UWU4A6.js";
import "./chunk-WIK3HJIJ.js";
import "./chunk-SIM77PFW.js";
import "./chunk-WKKYXOXW.js";
import "./chunk-GCV36XLM.js";
import "./chunk-IB6763X2.js";
import "./chunk-BRFOQZPS.js";
import "./chunk-6NJWPGFM.js";
import "./chunk-2EGEYTRJ.js";
import "./chunk-5PVW3TJC.js";
export {
  changeBaseline
};
