import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/config/default-sla-file.ts
function defaultSlaFile(scenario) {
  return `${scenario.replace(/\.ya?ml$/i, "")}.sla.yaml`;
}

export {
  defaultSlaFile
};
