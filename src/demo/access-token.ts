import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { remember } from './remember.ts';

/** What a token says; seconds since 1970, which need not be whole (RFC 7519, NumericDate). */
export interface Claims {
  readonly sub: string;
  readonly iat: number;
  readonly exp: number;
}

const HEADER = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url');

/** Signs and checks JSON Web Tokens with a key that lives as long as the server. */
export class TokenKey {
  readonly #key = randomBytes(32);
  /** Tokens whose signature was good: a signature costs more than the rest of a request. */
  readonly #good = new Map<string, Claims>();

  sign(claims: Claims): string {
    const signed = `${HEADER}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
    return `${signed}.${this.#signatureOf(signed).toString('base64url')}`;
  }

  /** Undefined: not one of ours, or expired. A token with any other header is not ours, whatever algorithm it claims. */
  check(token: string, nowSec: number): Claims | undefined {
    const claims = this.#good.get(token) ?? this.#verify(token);
    return claims !== undefined && nowSec < claims.exp ? claims : undefined;
  }

  #verify(token: string): Claims | undefined {
    const [header, payload, signature, ...rest] = token.split('.');
    if (header !== HEADER || payload === undefined || signature === undefined || rest.length > 0) return undefined;
    const given = Buffer.from(signature, 'base64url');
    const wanted = this.#signatureOf(`${header}.${payload}`);
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined;
    // What we signed, we wrote: the payload is Claims.
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims;
    remember(this.#good, token, claims);
    return claims;
  }

  #signatureOf(signed: string): Buffer {
    return createHmac('sha256', this.#key).update(signed).digest();
  }
}
