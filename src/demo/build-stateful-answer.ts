import type { Answer } from './dials.ts';
import type { Memory } from './memory.ts';
import { parseObject } from './parse-object.ts';
import { json, lastParam, type PreparedAnswer, type ReceivedRequest, text, tokenOf } from './prepared-answer.ts';

/** Answers that depend on what was asked before. */
export type StatefulAnswer = Extract<Answer, { kind: Account['kind'] | Work['kind'] | Upload['kind'] }>;
type Account = Extract<Answer, { kind: 'login' | 'jwt-login' | 'session' | 'csrf-form' | 'csrf-check' }>;
type Work = Extract<Answer, { kind: 'submit-job' | 'job' | 'queue-length' }>;
type Upload = Extract<Answer, { kind: 'upload-initiate' | 'upload-chunk' | 'upload-complete' | 'upload-state' }>;

const HOUR_MS = 3_600_000;
const MOST_CHUNKS = 1_000_000;

/** The answer to one request, and what the server remembers of it. */
export function buildStatefulAnswer(answer: StatefulAnswer, request: ReceivedRequest, memory: Memory, nowMs: number): PreparedAnswer {
  switch (answer.kind) {
    case 'submit-job':
    case 'job':
    case 'queue-length':
      return answerWork(answer, request, memory, nowMs);
    case 'upload-initiate':
    case 'upload-chunk':
    case 'upload-complete':
    case 'upload-state':
      return answerUpload(answer, request, memory, nowMs);
    default:
      return answerAccount(answer, request, memory);
  }
}

function answerAccount(answer: Account, request: ReceivedRequest, memory: Memory): PreparedAnswer {
  switch (answer.kind) {
    case 'login': {
      const session = memory.openSession();
      return json(200, { token: session }, { 'set-cookie': `sid=${session}; Path=/; HttpOnly; SameSite=Lax` });
    }
    case 'jwt-login': {
      const expiresInMs = answer.expiresInMs ?? HOUR_MS;
      return json(200, { access_token: memory.issueToken(expiresInMs), token_type: 'bearer', expires_in: expiresInMs / 1_000 });
    }
    case 'session': {
      const session = memory.whoHas(tokenOf(request.headers) ?? '');
      return session === undefined ? json(401, { error: 'no session' }, { 'www-authenticate': 'Bearer' }) : json(200, { session });
    }
    case 'csrf-form':
      return text(
        200,
        'text/html; charset=utf-8',
        `<form method="post"><input type="hidden" name="csrf" value="${memory.issueFormToken()}"></form>\n`,
      );
    case 'csrf-check': {
      const token = new URLSearchParams(request.body.toString()).get('csrf') ?? '';
      return memory.useFormToken(token) ? json(200, { ok: true }) : json(403, { error: 'the form token is unknown or used' });
    }
  }
}

function answerWork(answer: Work, request: ReceivedRequest, memory: Memory, nowMs: number): PreparedAnswer {
  switch (answer.kind) {
    case 'submit-job': {
      const id = memory.submitJob(nowMs, answer, answer.failEvery ?? Infinity);
      return json(202, { id, state: 'queued' }, { location: `${request.path}/${id}` });
    }
    case 'job': {
      const id = lastParam(request);
      const state = memory.jobState(id, nowMs);
      return state === undefined ? json(404, { error: 'no such job' }) : json(200, { id, state });
    }
    case 'queue-length':
      return json(200, { queue_length: memory.queueLength(nowMs) });
  }
}

function answerUpload(answer: Upload, request: ReceivedRequest, memory: Memory, nowMs: number): PreparedAnswer {
  const [id = ''] = request.params.values();
  const query = new URLSearchParams(request.query);
  switch (answer.kind) {
    case 'upload-initiate': {
      const fileId = `file-${memory.newId()}`;
      memory.uploads.begin(fileId);
      return json(201, { file_id: fileId }, { location: `${request.path}/${fileId}` });
    }
    case 'upload-chunk': {
      const index = parseCount(query.get('index'));
      if (index === undefined) return json(400, { error: 'index: a whole number, 0 or more' });
      return memory.uploads.add(id, index, request.bodyBytes)
        ? json(200, { index, bytes: request.bodyBytes })
        : json(404, { error: 'no such upload' });
    }
    case 'upload-complete': {
      const claimed = query.get('chunks') ?? chunksOf(request.body);
      const expected = claimed === undefined ? undefined : parseCount(claimed);
      if (claimed !== undefined && expected === undefined) return json(400, { error: 'chunks: a whole number, 0 or more' });
      const found = memory.uploads.check(id, expected);
      if (found === undefined) return json(404, { error: 'no such upload' });
      const { complete, bytes, chunks } = found;
      if (!complete) return json(409, { state: 'incomplete', bytes, chunks });
      const { mergeMs = 0, mergeFailEvery = Infinity } = answer;
      memory.uploads.merge(id, nowMs + mergeMs, mergeFailEvery);
      if (mergeMs === 0) return json(200, { state: 'complete', bytes, chunks });
      return json(202, { file_id: id, state: 'merging', bytes, chunks });
    }
    case 'upload-state': {
      const upload = memory.uploads.look(id, nowMs);
      return upload === undefined ? json(404, { error: 'no such upload' }) : json(200, { file_id: id, ...upload });
    }
  }
}

function parseCount(digits: string | null): number | undefined {
  return digits !== null && /^\d{1,7}$/.test(digits) && Number(digits) <= MOST_CHUNKS ? Number(digits) : undefined;
}

/** The `chunks` of a JSON body, as text; undefined when it says nothing about them. */
function chunksOf(body: Buffer): string | undefined {
  const { chunks } = parseObject(body);
  return chunks === undefined ? undefined : JSON.stringify(chunks);
}
