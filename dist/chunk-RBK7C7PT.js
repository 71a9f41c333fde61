import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  changeBaseline
} from "./chunk-F6OGC4PW.js";
import "./chunk-AE4DWVOX.js";
import "./chunk-457D4EUQ.js";
import "./chunk-WE3RHMA4.js";
import "./chunk-A3SLCI4C.js";
import "./chunk-QGY2O5RD.js";
import "./chunk-5NIFS5EU.js";
import "./chunk-QOZO2MR3.js";
import "./chunk-MJGQWVAE.js";
import "./chunk-KNFU4ITQ.js";
import "./chunk-RBM37VPS.js";
import "./chunk-2TOVJSTJ.js";
import "./chunk-I3X3XCX3.js";
import "./chunk-5FKD74JI.js";
import "./chunk-HFPM4LAS.js";
import "./chunk-WKKYXOXW.js";
import "./chunk-GCV36XLM.js";
import "./chunk-PQ7UTJ5X.js";
import "./chunk-BRFOQZPS.js";
import "./chunk-6NJWPGFM.js";
import "./chunk-2EGEYTRJ.js";
import "./chunk-5PVW3TJC.js";
export {
  changeBaseline
};
