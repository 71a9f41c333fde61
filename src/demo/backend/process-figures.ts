const SHORTEST_MS = 900;

/** What the server's process uses of the machine. */
export class ProcessFigures {
  #sinceMs = performance.now();
  #usage = process.cpuUsage();
  #ratio = 0;

  read(of: 'memory_bytes' | 'cpu_seconds' | 'cpu_ratio'): number {
    if (of === 'memory_bytes') return process.memoryUsage.rss();
    if (of === 'cpu_ratio') return this.#cpuRatio();
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  }

  /** Between two looks that lie a second apart or more; who asks sooner gets the last answer. */
  #cpuRatio(): number {
    const nowMs = performance.now();
    if (nowMs - this.#sinceMs < SHORTEST_MS) return this.#ratio;
    const { user, system } = process.cpuUsage(this.#usage);
    this.#ratio = (user + system) / 1_000 / (nowMs - this.#sinceMs);
    this.#usage = process.cpuUsage();
    this.#sinceMs = nowMs;
    return this.#ratio;
  }
}
