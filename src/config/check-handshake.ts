import type { BuildContext } from './build-context.ts';
import { childOf, entriesOf, keyPositionOf, positionOf, textOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';

/** Headers that the opening of a WebSocket sets itself (RFC 6455 section 4.1), or that no GET without a body has. */
const NO_OPENING_HEADER = /^(?:connection|upgrade|keep-alive|transfer-encoding|content-length|expect|sec-websocket-.*)$/i;
/** RFC 9110 section 5.6.2; what a variable brings is only known later. */
const TOKEN = /^(?:[!#$%&'*+\-.^_`|~0-9A-Za-z]|\$\{[^}]*\})+$/;

/** What of a `ws` step no handshake can have, so that each of its connections would fail. */
export function checkHandshake(step: Cursor, { issues }: BuildContext): void {
  const url = childOf(step, 'ws');
  if (url && textOf(url)?.includes('#')) issues.error(positionOf(url), 'value', 'the URL of a WebSocket has no fragment (#)');
  for (const [name, value] of entriesOf(childOf(step, 'headers'))) {
    if (!NO_OPENING_HEADER.test(name)) continue;
    const instead = /^sec-websocket-protocol$/i.test(name)
      ? 'subprotocol'
      : /^sec-websocket-extensions$/i.test(name)
        ? 'deflate'
        : undefined;
    issues.error(keyPositionOf(value), 'header', `the handshake of a WebSocket sets the header ${name} itself`, instead);
  }
  const subprotocol = childOf(step, 'subprotocol');
  const text = textOf(subprotocol);
  if (subprotocol && text !== undefined && !TOKEN.test(text))
    issues.error(
      positionOf(subprotocol),
      'value',
      `expected the name of one subprotocol, without spaces and commas, not \`${text.slice(0, 80)}\``,
    );
}
