import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  changeBaseline
} from "./chunk-SE26ZCXL.js";
import "./chunk-E2SHFU6X.js";
import "./chunk-457D4EUQ.js";
import "./chunk-B4CW4QRU.js";
import "./chunk-JEDR5GJU.js";
import "./chunk-B352537M.js";
import "./chunk-JHW4SND7.js";
import "./chunk-D753NKHP.js";
import "./chunk-WE3RHMA4.js";
import "./chunk-A3SLCI4C.js";
import "./chunk-ZLLVWJAM.js";
import "./chunk-2TOVJSTJ.js";
import "./chunk-GCV36XLM.js";
import "./chunk-NFQGUP3O.js";
import "./chunk-5YB5ZHND.js";
import "./chunk-WKKYXOXW.js";
import "./chunk-XW65F56M.js";
import "./chunk-NE3VJX42.js";
import "./chunk-B3YCOJUD.js";
import "./chunk-QC36IMXK.js";
import "./chunk-BRFOQZPS.js";
import "./chunk-6NJWPGFM.js";
import "./chunk-WYDHRVNK.js";
import "./chunk-5PVW3TJC.js";
export {
  changeBaseline
};
