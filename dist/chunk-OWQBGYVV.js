import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  VERSION
} from "./chunk-MLCRLLSN.js";
import "./chunk-5PVW3TJC.js";
export {
  VERSION
};
