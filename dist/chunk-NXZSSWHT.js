import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  changeBaseline
} from "./chunk-TC3AC7SQ.js";
import "./chunk-457D4EUQ.js";
import "./chunk-YRXBRJN2.js";
import "./chunk-CBNT2P4T.js";
import "./chunk-TXPURMHW.js";
import "./chunk-UQLPUTMJ.js";
import "./chunk-P2HRXA7D.js";
import "./chunk-SW7VNKFN.js";
import "./chunk-LHJM2PTS.js";
import "./chunk-DM6KCMH3.js";
import "./chunk-6CU6QLVC.js";
import "./chunk-H7XRNKN2.js";
import "./chunk-AK7KMQAA.js";
import "./chunk-Z7FK4KV3.js";
import "./chunk-WQNXL7CF.js";
import "./chunk-BRFOQZPS.js";
import "./chunk-VBOHBSWN.js";
import "./chunk-6NJWPGFM.js";
import "./chunk-2EGEYTRJ.js";
import "./chunk-5PVW3TJC.js";
export {
  changeBaseline
};
