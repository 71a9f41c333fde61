import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  runGate
} from "./chunk-XLC53JAI.js";
import "./chunk-5YZPJ536.js";
import "./chunk-457D4EUQ.js";
import "./chunk-ZQGEQGZN.js";
import "./chunk-IRTMTQW3.js";
import "./chunk-CBNT2P4T.js";
import "./chunk-6R7VIRPU.js";
import "./chunk-TXPURMHW.js";
import "./chunk-UQLPUTMJ.js";
import "./chunk-PTU57F4S.js";
import "./chunk-SW7VNKFN.js";
import "./chunk-LHJM2PTS.js";
import "./chunk-ZS53FV4U.js";
import "./chunk-SZJTGUQ5.js";
import "./chunk-H3FF2RGQ.js";
import "./chunk-DM6KCMH3.js";
import "./chunk-LI346CT5.js";
import "./chunk-6CU6QLVC.js";
import "./chunk-H7XRNKN2.js";
import "./chunk-AK7KMQAA.js";
import "./chunk-Z7FK4KV3.js";
import "./chunk-WQNXL7CF.js";
import "./chunk-ZR3GJHUS.js";
import "./chunk-Y4TV2J3X.js";
import "./chunk-EBQF5HMN.js";
import "./chunk-ZBZHH72O.js";
import "./chunk-M3TBPBE2.js";
import "./chunk-QFYDUHTM.js";
import "./chunk-BRFOQZPS.js";
import "./chunk-7GDODETR.js";
import "./chunk-6YJF3WAO.js";
import "./chunk-VBOHBSWN.js";
import "./chunk-6NJWPGFM.js";
import "./chunk-2EGEYTRJ.js";
import "./chunk-BQFUSSG6.js";
import "./chunk-5PVW3TJC.js";
export {
  runGate
};
