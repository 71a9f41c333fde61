import type { IncomingMessage, ServerResponse } from 'node:http';
import { serveHttp, type Served } from './serve.ts';

/** The series of an expression at a moment, seconds since 1970, each by its labels as JSON. An Error is what Prometheus refuses it with. */
export type Evaluate = (expression: string, second: number) => Readonly<Record<string, number | string>> | Error;

export interface FakePrometheus extends Served {
  /** What was asked, form by form. */
  readonly asked: readonly Asked[];
}

export interface Asked {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly form: Readonly<Record<string, string>>;
}

/** Answers range queries as the HTTP API of Prometheus has them; `answer` may speak first, and true from it is all that is said. */
export async function serveFakePrometheus(
  evaluate: Evaluate,
  answer: (asked: Asked, response: ServerResponse) => boolean = () => false,
): Promise<FakePrometheus> {
  const asked: Asked[] = [];
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const one = { path: request.url ?? '', authorization: request.headers.authorization, form: await readForm(request) };
    asked.push(one);
    if (answer(one, response)) return;
    response.setHeader('content-type', 'application/json');
    const result = one.path.endsWith('/query') ? undefined : collect(evaluate, one.form);
    if (result instanceof Error)
      response.writeHead(400).end(JSON.stringify({ status: 'error', errorType: 'bad_data', error: result.message }));
    else response.end(JSON.stringify(result ? { status: 'success', data: { resultType: 'matrix', result } } : scalarNow()));
  };
  const served = await serveHttp((request, response) => void respond(request, response));
  return Object.assign(served, { asked });
}

function scalarNow(): unknown {
  const now = Date.now() / 1_000;
  return { status: 'success', data: { resultType: 'scalar', result: [now, String(now)] } };
}

function collect(evaluate: Evaluate, { query = '', start, end, step }: Readonly<Record<string, string>>): unknown {
  const series = new Map<string, [number, string][]>();
  // In whole milliseconds, as Prometheus steps.
  const [from, to, by] = [start, end, step].map((text) => Math.round(Number(text) * 1_000)) as [number, number, number];
  for (let at = from; at <= to; at += by) {
    const values = evaluate(query, at / 1_000);
    if (values instanceof Error) return values;
    for (const [labels, value] of Object.entries(values)) series.set(labels, [...(series.get(labels) ?? []), [at / 1_000, String(value)]]);
  }
  return [...series].map(([labels, values]) => ({ metric: JSON.parse(labels) as unknown, values }));
}

async function readForm(request: IncomingMessage): Promise<Readonly<Record<string, string>>> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return Object.fromEntries(new URLSearchParams(text));
}
