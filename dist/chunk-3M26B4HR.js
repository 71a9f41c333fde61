import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  VERSION
} from "./chunk-TNBACOKF.js";
import "./chunk-NV5WPINZ.js";
export {
  VERSION
};
