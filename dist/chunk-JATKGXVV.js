import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  changeBaseline
} from "./chunk-5OYDQRFM.js";
import "./chunk-457D4EUQ.js";
import "./chunk-SSYCTQ7I.js";
import "./chunk-PSGNOOIB.js";
import "./chunk-V5IUYEX3.js";
import "./chunk-JHT42YZD.js";
import "./chunk-ZN5WLTNX.js";
import "./chunk-HVJM47ZC.js";
import "./chunk-6T3VPJOM.js";
import "./chunk-B56ZWI64.js";
import "./chunk-6UZOXCKJ.js";
import "./chunk-YEVMQISG.js";
import "./chunk-IB275GZ3.js";
import "./chunk-3AHBISAZ.js";
import "./chunk-BRFOQZPS.js";
import "./chunk-PQ7UTJ5X.js";
import "./chunk-6NJWPGFM.js";
import "./chunk-2EGEYTRJ.js";
import "./chunk-5PVW3TJC.js";
export {
  changeBaseline
};
