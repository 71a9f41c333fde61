import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  runGate
} from "./chunk-UDAN5JRR.js";
import "./chunk-CNVOKAUC.js";
import "./chunk-WKWCYXMD.js";
import "./chunk-457D4EUQ.js";
import "./chunk-UL63CW6R.js";
import "./chunk-4EUKXEYM.js";
import "./chunk-PSGNOOIB.js";
import "./chunk-E77E2WFA.js";
import "./chunk-KV2MUJRO.js";
import "./chunk-H3FF2RGQ.js";
import "./chunk-V5IUYEX3.js";
import "./chunk-JHT42YZD.js";
import "./chunk-ZN5WLTNX.js";
import "./chunk-LF77CWJV.js";
import "./chunk-LI346CT5.js";
import "./chunk-6T3VPJOM.js";
import "./chunk-B56ZWI64.js";
import "./chunk-6UZOXCKJ.js";
import "./chunk-YEVMQISG.js";
import "./chunk-IB275GZ3.js";
import "./chunk-3AHBISAZ.js";
import "./chunk-Y4TV2J3X.js";
import "./chunk-EBQF5HMN.js";
import "./chunk-ZBZHH72O.js";
import "./chunk-M3TBPBE2.js";
import "./chunk-QFYDUHTM.js";
import "./chunk-BRFOQZPS.js";
import "./chunk-7GDODETR.js";
import "./chunk-2WSC4MNV.js";
import "./chunk-6YJF3WAO.js";
import "./chunk-ZR3GJHUS.js";
import "./chunk-PQ7UTJ5X.js";
import "./chunk-6NJWPGFM.js";
import "./chunk-2EGEYTRJ.js";
import "./chunk-GBVFBZNR.js";
import "./chunk-5PVW3TJC.js";
export {
  runGate
};
