import { get } from 'node:http';

/** An answer of a page server. */
export interface FileAnswer {
  readonly status: number;
  readonly policy: string | undefined;
  readonly type: string | undefined;
  readonly text: string;
}

/** Fetches over a connection of its own: a server that was closed must not be met again on its port. */
export function getFile(url: string): Promise<FileAnswer> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        const { 'content-security-policy': policy, 'content-type': type } = response.headers;
        resolve({ status: response.statusCode ?? 0, policy: policy?.toString(), type, text });
      });
    });
    request.on('error', reject);
  });
}
