import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  GateError
} from "./chunk-WYDHRVNK.js";

// src/load/socket/choose-proxy.ts
function readProxyEnvironment(env) {
  const read = (name) => env[name.toLowerCase()] || env[name] || void 0;
  return { http: read("HTTP_PROXY"), https: read("HTTPS_PROXY"), none: read("NO_PROXY") };
}
function chooseProxy(origin, own, environment) {
  if (own !== void 0) return parseProxy(own, "the proxy of the scenario");
  const proxy = origin.protocol === "https:" ? environment.https : environment.http;
  if (proxy === void 0) return void 0;
  const host = origin.hostname.toLowerCase();
  const port = origin.port || (origin.protocol === "https:" ? "443" : "80");
  const excluded = (environment.none ?? "").toLowerCase().split(/[\s,]+/).filter((entry) => entry !== "").some((entry) => {
    if (entry === "*") return true;
    const [name = "", wantedPort] = entry.startsWith("[") ? [entry] : entry.split(":");
    if (wantedPort !== void 0 && wantedPort !== port) return false;
    const domain = name.replace(/^\*?\./, "");
    return host === domain || host.endsWith(`.${domain}`);
  });
  return excluded ? void 0 : parseProxy(proxy, origin.protocol === "https:" ? "HTTPS_PROXY" : "HTTP_PROXY");
}
function parseProxy(text, name) {
  const url = URL.parse(text.includes("://") ? text : `http://${text}`);
  if (url && url.hostname !== "" && (url.protocol === "http:" || url.protocol === "https:")) return url;
  throw new GateError("LOAD_GATE_USAGE", `${name} is not a proxy that can be used`, {
    hint: "only http:// and https:// proxies are; name the target in NO_PROXY to go there directly"
  });
}

export {
  readProxyEnvironment,
  chooseProxy
};
