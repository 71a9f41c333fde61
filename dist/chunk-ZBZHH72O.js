import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/plan/match-host.ts
function matchesHost(hostname, patterns) {
  const host = plainHost(hostname);
  return patterns.some((written) => {
    const pattern = plainHost(written);
    return pattern.startsWith("*.") ? host.endsWith(pattern.slice(1)) && host.length > pattern.length - 1 : host === pattern;
  });
}
function plainHost(text) {
  return text.toLowerCase().replace(/\.$/, "").replace(/^\[(.*)\]$/, "$1");
}

export {
  matchesHost
};
