import assert from 'node:assert/strict';
import type { StagingServer } from '../../../src/demo/staging-server.ts';
import { findSystem } from '../../../src/demo/systems/find-system.ts';
import type { Dials } from '../../../src/demo/dials.ts';
import { readPage } from '../metrics/read-page.ts';
import { fieldOf, type Seen, sendRequest } from '../send-request.ts';

const LOGINS: Readonly<Record<string, string>> = {
  chat4all: '/v1/auth/token',
  aiaas: '/auth/login',
  pggit: '/auth/token',
  allthrive: '/api/v1/auth/login',
};

/** The healthy dials of a system that there is. */
export function dialsOf(system: string): Dials {
  return findSystem(system)?.dials ?? assert.fail(system);
}

/** A user of a system that plays in this process. */
export interface SystemUser {
  readonly url: string;
  /** Empty for a system without login. */
  readonly token: string;
  readonly server: StagingServer;
  /** Sends as this user, of tenant_001. */
  readonly ask: (
    request: string,
    body?: string | Buffer,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Seen & { readonly status?: number }>;
  /** A metric's value now; undefined: it is not there. */
  readonly metric: (line: string) => Promise<number | undefined>;
}

/** Logs in where the system wants it. */
export async function enter(server: StagingServer, system: string): Promise<SystemUser> {
  const { url } = server;
  const login = LOGINS[system];
  const token = login === undefined ? '' : fieldOf(await sendRequest(url + login, { method: 'POST', body: '{}' }), 'access_token');
  return {
    url,
    token,
    server,
    ask: (request, body = '', headers = {}) => {
      const [method = '', path = ''] = request.split(' ');
      return sendRequest(url + path, {
        method,
        body,
        headers: { authorization: `Bearer ${token}`, 'x-tenant-id': 'tenant_001', ...headers },
      });
    },
    metric: async (line) => {
      const seen = await sendRequest(`${url}/metrics`);
      return 'body' in seen ? readPage(seen.body.toString()).samples.get(line) : undefined;
    },
  };
}
