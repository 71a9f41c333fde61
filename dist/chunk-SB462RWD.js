import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readEnvironment
} from "./chunk-JIVYM3YW.js";
import "./chunk-5PVW3TJC.js";
export {
  readEnvironment
};
