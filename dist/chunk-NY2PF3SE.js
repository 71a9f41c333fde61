import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  isJsonRead,
  isTargetSecret,
  listSecrets,
  renderData,
  renderPlanTable,
  renderVariables
} from "./chunk-2ZTPFEQL.js";
import "./chunk-UDOFNP7A.js";
import "./chunk-MTFGZTSO.js";
import "./chunk-MFS6CBON.js";
import "./chunk-IW22IME3.js";
import "./chunk-MLCRLLSN.js";
import "./chunk-5PVW3TJC.js";
export {
  isJsonRead,
  isTargetSecret,
  listSecrets,
  renderData,
  renderPlanTable,
  renderVariables
};
