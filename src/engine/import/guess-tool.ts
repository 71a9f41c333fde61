import type { ImportTool } from '../../metrics/engine-info.ts';

/** How the files of each begin, and what is in the beginning of some. */
const SIGNS: readonly (readonly [tool: ImportTool, begins: RegExp, holds?: RegExp])[] = [
  ['k6', /^metric_name,timestamp,metric_value\b/],
  ['k6', /^\{/, /^\{.*"type":\s?"(?:Metric|Point)"/],
  ['k6', /^\s*\{/, /"metrics"\s*:[^]*"http_req/],
  ['locust', /^(?:Type,Name,Request Count|Method,Name,Error|Timestamp,User Count|Count,Message,Traceback)\b/],
  ['locust', /^\s*\[\s*\{/, /"num_requests"\s*:/],
  ['hlog', /^(?:#\[|"StartTimestamp")/],
];

/** Which load generator a file is of, by how it begins; undefined: it shows none of their signs. */
export function guessTool(head: string): ImportTool | undefined {
  return SIGNS.find(([, begins, holds = begins]) => begins.test(head) && holds.test(head))?.[0];
}

/** Of which tool a file is, as the end of `this file is …`. */
export function nameTool(tool: ImportTool): string {
  switch (tool) {
    case 'locust':
      return 'one of Locust';
    case 'k6':
      return 'one of k6';
    case 'hlog':
      return 'an HdrHistogram log';
  }
}
