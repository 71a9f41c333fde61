import type { Counts } from './counts.ts';
import type { Dials } from './dials.ts';
import type { Truth } from './service-times.ts';

/** What the parent asks of the server's process; `start` comes first and once. */
export type ServerRequest =
  | { readonly ask: 'start'; readonly dials: Dials }
  | ({ readonly id: number } & (
      | { readonly ask: 'counts' }
      | { readonly ask: 'truth'; readonly route: string }
      | { readonly ask: 'setDials'; readonly dials: Dials }
      | { readonly ask: 'reset' }
    ));

/** What the server's process says; `answer` carries the id of what was asked. */
export type ServerMessage =
  | { readonly say: 'listening'; readonly url: string; readonly port: number }
  | { readonly say: 'failed'; readonly message: string }
  | { readonly say: 'answer'; readonly id: number; readonly counts?: Counts; readonly truth?: Truth; readonly problem?: string }
  | { readonly say: 'died'; readonly counts: Counts };

/** Tells our own messages from what Node or a debugger may send on the same channel; the fields are the sender's word. */
export function isServerRequest(value: unknown): value is ServerRequest {
  return typeof value === 'object' && value !== null && 'ask' in value;
}

/** The same for the other direction. */
export function isServerMessage(value: unknown): value is ServerMessage {
  return typeof value === 'object' && value !== null && 'say' in value;
}
