import { createHmac } from 'node:crypto';

/** Azurite's own account and key, which its documentation publishes for everybody. */
const ACCOUNT = 'devstoreaccount1';
const KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';
const CONTAINER = 'artifacts';
const VERSION = '2021-12-02';

/** What a link says about the content to whoever follows it. */
export interface Served {
  readonly disposition?: string;
  readonly mimeType?: string;
}

/** Signed links to blobs, as Azure's "service SAS" has them, and what the emulator itself does with blobs. `origin`: where Azurite answers. */
export function openBlobLinks(origin: string) {
  const pathOf = (blob: string): string => `${ACCOUNT}/${CONTAINER}/${blob}`;
  const sign = (blob: string, permissions: 'r' | 'cw', served: Served = {}, validMs = 600_000): string => {
    const expiry = new Date(Date.now() + validMs).toISOString().replace(/\.\d+Z$/, 'Z');
    const { disposition = '', mimeType = '' } = served;
    // https://learn.microsoft.com/rest/api/storageservices/create-service-sas#version-2020-12-06-and-later: sixteen lines, empty where nothing is said.
    const lines = [permissions, '', expiry, `/blob/${pathOf(blob)}`, '', '', '', VERSION, 'b', '', '', '', disposition, '', '', mimeType];
    const query = new URLSearchParams({ sp: permissions, se: expiry, sv: VERSION, sr: 'b', sig: signLines(lines) });
    if (disposition !== '') query.set('rscd', disposition);
    if (mimeType !== '') query.set('rsct', mimeType);
    return `${origin}/${pathOf(blob)}?${query.toString()}`;
  };
  return {
    sign,
    createContainer: () => send('PUT', `${origin}/${ACCOUNT}/${CONTAINER}?restype=container&${signAccount()}`),
    /** Its content; undefined when there is none of that name. */
    read: async (blob: string): Promise<Uint8Array | undefined> => {
      const response = await fetch(sign(blob, 'r'));
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
    },
    write: (blob: string, content: Uint8Array, mimeType: string) =>
      send('PUT', sign(blob, 'cw'), {
        body: Buffer.from(content),
        headers: { 'x-ms-blob-type': 'BlockBlob', 'x-ms-blob-content-type': mimeType },
      }),
  };
}

export type BlobLinks = ReturnType<typeof openBlobLinks>;

function signLines(lines: readonly string[]): string {
  return createHmac('sha256', Buffer.from(KEY, 'base64')).update(lines.join('\n')).digest('base64');
}

/** For containers a link of the account is needed: https://learn.microsoft.com/rest/api/storageservices/create-account-sas. */
function signAccount(): string {
  const expiry = '2099-01-01T00:00:00Z';
  const sig = signLines([ACCOUNT, 'cw', 'b', 'c', '', expiry, '', 'http', VERSION, '', '']);
  return new URLSearchParams({ sp: 'cw', ss: 'b', srt: 'c', se: expiry, spr: 'http', sv: VERSION, sig }).toString();
}

async function send(method: string, url: string, init: RequestInit = {}): Promise<void> {
  const response = await fetch(url, { ...init, method });
  if (!response.ok) throw new Error(`Azurite refused ${method} ${new URL(url).pathname} with ${response.status}: ${await response.text()}`);
}
