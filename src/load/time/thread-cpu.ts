/**
 * CPU of the calling thread so far (user + system), µs; undefined where the platform cannot tell. `process.threadCpuUsage` came with Node 23.9.
 */
export function threadCpuUs(): number | undefined {
  try {
    const usage = process.threadCpuUsage();
    return usage.user + usage.system;
  } catch {
    return undefined; // Not available here: health then says "unknown" instead of a number.
  }
}
