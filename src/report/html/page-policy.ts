/**
 * SHA-256 of the page's style and script in Base64. The core has no hash function, so they stand here as constants; a test computes them anew and says what they must be
 * after a change of either.
 */
export const STYLE_HASH = 'D8FDMo1EG3Pj+4NEba6K8j642bOYECcQDl2MsIx6dy0=';
export const SCRIPT_HASH = '28CPP1SWXIPtW1a6H3DWi19c1LhoC9YpwwfKakBA1z4=';

/** A style that some pages have beside the common one, with its hash. */
export interface PageStyle {
  readonly text: string;
  /** SHA-256 in Base64. */
  readonly hash: string;
}

/**
 * Content Security Policy, level 3: nothing is loaded from anywhere, no other style or script runs, no form is sent, and the script cannot make markup of text.
 */
export function listPolicy(more?: PageStyle): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'${more ? ` 'sha256-${more.hash}'` : ''}`,
    `script-src 'sha256-${SCRIPT_HASH}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}
