import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  changeBaseline
} from "./chunk-PR2GO3NV.js";
import "./chunk-457D4EUQ.js";
import "./chunk-DSAL6TBK.js";
import "./chunk-7TJGRZX6.js";
import "./chunk-CHCQNSD7.js";
import "./chunk-SKBROJY2.js";
import "./chunk-ZN5WLTNX.js";
import "./chunk-7LZCX4BJ.js";
import "./chunk-ORUFO42T.js";
import "./chunk-B56ZWI64.js";
import "./chunk-PTKLRRIT.js";
import "./chunk-NXLCI43T.js";
import "./chunk-PXSZOLEO.js";
import "./chunk-ODONXTAZ.js";
import "./chunk-BRFOQZPS.js";
import "./chunk-VBOHBSWN.js";
import "./chunk-6NJWPGFM.js";
import "./chunk-2EGEYTRJ.js";
import "./chunk-5PVW3TJC.js";
export {
  changeBaseline
};
