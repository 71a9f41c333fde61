import { HIGHEST_US } from '../../../metrics/histogram.ts';
import type { Imported } from '../imported.ts';
import { CLOSED_USERS, NO_HEALTH } from '../imported.ts';
import { listUnmade } from './list-unmade.ts';
import { buildName, chooseOrigin, type RequestName } from '../name-requests.ts';
import { MOST_SERIES, SampleBook } from '../sample-book.ts';
import type { Missing } from '../../../metrics/engine-info.ts';
import { classifyHttp, classifySocket } from './classify-outcome.ts';
import type { K6Point } from './point.ts';

/** Adds points up. A point that cannot be used is answered with what is wrong with it. */
export class PointCollector {
  readonly #book = new SampleBook();
  /** How often a metric counted something. */
  readonly #sums = { http_reqs: 0, http_req_failed: 0, iterations: 0, dropped_iterations: 0, grpc_req_duration: 0 };
  #failedChecks = 0;
  #hasFailed = false;
  #requests = 0;
  #failures = 0;
  #guessed = 0;

  /** Undefined: it was taken. */
  add(point: K6Point): string | undefined {
    const { metric, timeMs, value, tags } = point;
    switch (metric) {
      case 'http_req_duration':
        return this.#addRequest(point);
      case 'http_req_failed':
        this.#hasFailed = true;
        this.#sums.http_req_failed += value;
        return undefined;
      case 'checks':
        // 1: it held.
        if (value === 0) this.#failedChecks++;
        return undefined;
      case 'http_reqs':
      case 'iterations':
      case 'dropped_iterations':
        this.#sums[metric] += value;
        return undefined;
      case 'grpc_req_duration':
        this.#sums.grpc_req_duration++;
        return undefined;
      case 'vus':
        this.#book.setUsers(timeMs, value);
        return undefined;
      case 'ws_connecting':
        return this.#record(nameSocket(tags), { timeMs, ms: value, ...classifySocket(tags) });
      case 'ws_session_duration':
      case 'ws_msgs_sent':
      case 'ws_msgs_received':
        return this.#addToSocket(point);
      default:
        return undefined;
    }
  }

  #addToSocket({ metric, timeMs, value, tags }: K6Point): string | undefined {
    const name = nameSocket(tags);
    const isSession = metric === 'ws_session_duration';
    const problem = this.#explainUnfit(name, isSession ? value : 0);
    if (problem !== undefined) return problem;
    const isIn = metric === 'ws_msgs_received';
    if (isSession) this.#book.recordSession(name, timeMs, value * 1_000);
    else this.#book.countMessages(name, timeMs, { messagesIn: isIn ? value : 0, messagesOut: isIn ? 0 : value });
    return undefined;
  }

  #explainUnfit(name: RequestName, ms: number): string | undefined {
    if (ms * 1_000 > HIGHEST_US) return `${name.name} took longer than an hour`;
    if (this.#book.size < MOST_SERIES || this.#book.has(name)) return undefined;
    return `there are more than ${MOST_SERIES} different requests; give those whose URL holds a number a name tag: https://grafana.com/docs/k6/latest/using-k6/http-requests/#url-grouping`;
  }

  #addRequest({ timeMs, value, tags }: K6Point): string | undefined {
    const outcome = classifyHttp(tags);
    if (!outcome) return 'http_req_duration has neither expected_response nor status, so nobody knows which requests failed';
    const name = tags['name'] ?? tags['url'];
    if (name === undefined) return 'http_req_duration has neither name nor url';
    if (tags['expected_response'] === undefined) this.#guessed++;
    const problem = this.#record(buildName('http', tags['method'] ?? '', name), { timeMs, ms: value, ...outcome });
    if (problem !== undefined) return problem;
    this.#requests++;
    if (outcome.outcome !== 'ok') this.#failures++;
    return undefined;
  }

  #record(
    name: RequestName,
    { timeMs, ms, ...outcome }: ReturnType<typeof classifySocket> & { readonly timeMs: number; readonly ms: number },
  ): string | undefined {
    const problem = this.#explainUnfit(name, ms);
    if (problem !== undefined) return problem;
    this.#book.record(name, { endMs: timeMs, us: ms * 1_000, ...outcome });
    return undefined;
  }

  /** All of it; a text: why nothing may be judged by it. `stepMs`: how coarse its times are. */
  summarize(format: string, stepMs: number): Imported | string {
    const { http_reqs: counted, http_req_failed: failed, iterations, dropped_iterations: dropped, grpc_req_duration: grpc } = this.#sums;
    if (this.#book.size === 0) return grpc > 0 ? 'it holds gRPC requests alone, which are not read' : 'it holds no request';
    // Closed: of a file that was cut off, or put together, nobody knows what is not in it.
    if (counted > 0 && counted !== this.#requests)
      return `http_reqs counts ${counted} requests, and there are ${this.#requests} in it: the file is not whole`;
    if (this.#hasFailed && this.#guessed > 0 && failed !== this.#failures)
      return `http_req_failed counts ${failed} failures, and by their status it is ${this.#failures}: keep the system tag expected_response`;
    const origin = chooseOrigin(this.#book.countNames());
    const startedAtMs = Math.floor(this.#book.firstMs / 1_000) * 1_000;
    return {
      format,
      missing: listMissing(format, { grpc, isCoarse: stepMs > 1, isGuessed: this.#guessed > 0 }).concat(
        listUnmade({ dropped, iterations, failedChecks: this.#failedChecks }),
      ),
      ...this.#book.summarize(startedAtMs, origin),
      startedAtMs,
      startMs: this.#book.firstMs - startedAtMs,
      // The last one ended somewhere in its step: a rate must not be higher than it was.
      endMs: this.#book.lastMs + (stepMs > 1 ? stepMs : 0) - startedAtMs,
      iterations,
      dropped,
      failedChecks: this.#failedChecks,
      peakUsers: this.#book.peakUsers(),
      target: origin ?? '',
    };
  }
}

function nameSocket(tags: Readonly<Record<string, string>>): RequestName {
  return buildName('ws', 'WS', tags['name'] ?? tags['url'] ?? 'WebSocket');
}

function listMissing(
  format: string,
  { grpc, isCoarse, isGuessed }: { readonly grpc: number; readonly isCoarse: boolean; readonly isGuessed: boolean },
): readonly Missing[] {
  return [
    NO_HEALTH,
    CLOSED_USERS,
    {
      facets: ['first byte'],
      sentence: "k6's http_req_duration leaves out DNS, connecting and TLS, and so does every latency here; none is of the first byte",
    },
    { facets: ['bytes sent', 'bytes received'], sentence: 'k6 counts the bytes of all requests together, failed ones and headers too' },
    { facets: ['connections', 'matching'], sentence: `${format} does not say which WebSockets were open when, and which were dropped` },
    ...(isCoarse
      ? [{ facets: [], sentence: `${format} has whole seconds: the duration is known to 2 s, and rates are taken as the lowest that fits` }]
      : []),
    ...(isGuessed ? [{ facets: [], sentence: 'without the tag expected_response, status 200 to 399 counts as a success' }] : []),
    ...(grpc > 0 ? [{ facets: [], sentence: `${grpc} gRPC requests were left out` }] : []),
  ];
}
