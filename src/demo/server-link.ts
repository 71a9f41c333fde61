import { type ChildProcess, fork } from 'node:child_process';
import type { Counts } from './counts.ts';
import { isServerMessage, type ServerMessage, type ServerRequest } from './server-messages.ts';

type Question = Exclude<ServerRequest, { ask: 'start' }>;
type Answered = Extract<ServerMessage, { say: 'answer' }>;
type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

const KEPT_STDERR_CHARS = 4_000;

/** The parent's end of the channel to a server's process: questions and their answers, until the process ends. */
export class ServerLink {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, { readonly resolve: (message: ServerMessage) => void; readonly reject: (error: Error) => void }>();
  readonly #ended = Promise.withResolvers<void>();
  #nextId = 0;
  #stderr = '';
  #endedBecause: string | undefined;
  #lastCounts: Counts | undefined;

  constructor(entry: URL) {
    this.#child = fork(entry, [], { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-KEPT_STDERR_CHARS);
    });
    this.#child.on('message', (message) => {
      if (isServerMessage(message)) this.#receive(message);
    });
    this.#child.once('error', (error) => this.#end(`cannot be started: ${error.message}`));
    this.#child.once('close', (code, signal) => {
      const end = (): void => this.#end(`has ended (${signal ?? `exit ${code}`})${this.#stderr ? `: ${this.#stderr.trim()}` : ''}`);
      // The last messages may still be on their way when the process is gone; the channel closes after them.
      if (this.#child.connected) this.#child.once('disconnect', end);
      else end();
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** What the server had counted when it died of its `die` dial. */
  get lastCounts(): Counts | undefined {
    return this.#lastCounts;
  }

  /** Resolves when the process has ended, however. */
  get ended(): Promise<void> {
    return this.#ended.promise;
  }

  /** Rejects with a TypeError when the server refuses its dials, with an Error when there is no server. */
  async start(request: Extract<ServerRequest, { ask: 'start' }>): Promise<Extract<ServerMessage, { say: 'listening' }>> {
    const message = await this.#send(0, request);
    if (message.say === 'failed') throw new TypeError(message.message);
    if (message.say !== 'listening') throw new Error('The staging server did not say where it listens');
    return message;
  }

  /** Rejects when the process ends before it has answered. */
  async ask(question: WithoutId<Question>): Promise<Answered> {
    const id = ++this.#nextId;
    const message = await this.#send(id, { ...question, id });
    if (message.say !== 'answer') throw new Error('The staging server did not answer');
    return message;
  }

  stop(): Promise<void> {
    if (this.#endedBecause === undefined) this.#child.kill('SIGKILL');
    return this.ended;
  }

  #send(id: number, message: ServerRequest): Promise<ServerMessage> {
    return new Promise((resolve, reject) => {
      if (this.#endedBecause !== undefined || !this.#child.connected) {
        reject(new Error(this.#endedBecause ?? 'The staging server has ended'));
        return;
      }
      this.#waiting.set(id, { resolve, reject });
      this.#child.send(message, (error) => {
        if (error && this.#waiting.delete(id)) reject(error);
      });
    });
  }

  #receive(message: ServerMessage): void {
    if (message.say === 'died') {
      this.#lastCounts = message.counts;
      return;
    }
    // `listening` and `failed` answer the start, which has the id 0.
    const id = message.say === 'answer' ? message.id : 0;
    this.#waiting.get(id)?.resolve(message);
    this.#waiting.delete(id);
  }

  #end(reason: string): void {
    this.#endedBecause ??= `The staging server ${reason}`;
    for (const { reject } of this.#waiting.values()) reject(new Error(this.#endedBecause));
    this.#waiting.clear();
    this.#ended.resolve();
  }
}
