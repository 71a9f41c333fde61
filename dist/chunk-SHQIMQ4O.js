import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  changeBaseline
} from "./chunk-ILSTZW5X.js";
import "./chunk-QPSGQKJQ.js";
import "./chunk-457D4EUQ.js";
import "./chunk-B4GFSIFH.js";
import "./chunk-7EWNL3CB.js";
import "./chunk-BNNILVUW.js";
import "./chunk-X3GCCWZK.js";
import "./chunk-D753NKHP.js";
import "./chunk-WE3RHMA4.js";
import "./chunk-A3SLCI4C.js";
import "./chunk-XZJX6MQI.js";
import "./chunk-2TOVJSTJ.js";
import "./chunk-YYEBCG7I.js";
import "./chunk-DDJZ63VO.js";
import "./chunk-WKKYXOXW.js";
import "./chunk-AZSV6FOX.js";
import "./chunk-GCV36XLM.js";
import "./chunk-YJR6YNLL.js";
import "./chunk-B3YCOJUD.js";
import "./chunk-QC36IMXK.js";
import "./chunk-BRFOQZPS.js";
import "./chunk-6NJWPGFM.js";
import "./chunk-WYDHRVNK.js";
import "./chunk-5PVW3TJC.js";
export {
  changeBaseline
};
