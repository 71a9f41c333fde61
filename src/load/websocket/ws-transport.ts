import type { ConnectionSettings } from '../../plan/program.ts';
import { chooseProxy, type ProxyEnvironment } from '../socket/choose-proxy.ts';
import { SocketOpener, type ReadTarget } from '../socket/open-socket.ts';
import { createHostResolver } from '../socket/resolve-host.ts';
import type { Clock } from '../time/run-clock.ts';
import { FrameWriter } from './frame-writer.ts';
import { Handshake } from './handshake.ts';
import type { SocketHandler, SocketLink, SocketOpening, SocketTransport } from './socket-transport.ts';
import { WsLink, type LinkHost, type Route } from './ws-link.ts';

/** What one read takes at most. */
const READ_BYTES = 65_536;

/**
 * WebSockets (RFC 6455) without anything per connection that ten thousand of them could do without: they share one buffer to read into, one
 * writer, one opener per target; none has a timer or a buffer of its own while it is idle.
 */
export class WsTransport implements SocketTransport, LinkHost {
  readonly clock: Clock;
  readonly writer = new FrameWriter();
  readonly #settings: readonly ConnectionSettings[];
  readonly #proxies: ProxyEnvironment;
  readonly #resolver = createHostResolver();
  readonly #routes: Map<string, Route>[];
  readonly #links = new Set<WsLink>();
  readonly #buffer = Buffer.allocUnsafeSlow(READ_BYTES);
  readonly #onread: ReadTarget = { buffer: this.#buffer, callback: () => true };

  constructor(clock: Clock, settings: readonly ConnectionSettings[], proxies: ProxyEnvironment) {
    this.clock = clock;
    this.#settings = settings;
    this.#proxies = proxies;
    this.#routes = settings.map(() => new Map());
  }

  open(opening: SocketOpening, handler: SocketHandler): SocketLink {
    const route = this.#route(opening);
    const link = new WsLink(this, handler);
    this.#links.add(link);
    this.#onread.callback = (size) => {
      link.read(this.#buffer.subarray(0, size));
      return true;
    };
    try {
      const handshake = new Handshake(opening, route.target.host ?? '');
      link.connect(route, handshake);
    } catch (thrown) {
      setImmediate(() => link.fail(thrown));
    }
    return link;
  }

  close(): void {
    for (const link of this.#links) link.destroy();
  }

  forget(link: WsLink): void {
    this.#links.delete(link);
  }

  #route(opening: SocketOpening): Route {
    const routes = this.#routes[opening.connection];
    const settings = this.#settings[opening.connection];
    if (!routes || !settings) throw new RangeError(`there are no connection settings ${opening.connection}`);
    let route = routes.get(opening.origin);
    if (!route) {
      const url = new URL(opening.origin);
      const tunnelProxy = chooseProxy(url, settings.proxy, this.#proxies);
      const { host, hostname, protocol, port } = url;
      const bare = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
      const opener = new SocketOpener({
        settings,
        tunnelProxy,
        lookup: this.#resolver,
        // There is a way for WebSockets over HTTP/2 (RFC 8441), which hardly any server goes.
        allowH2: false,
        clock: this.clock,
        ...(tunnelProxy ? {} : { onread: this.#onread }),
      });
      route = { opener, target: { host, hostname: bare, protocol, port }, isTunnel: tunnelProxy !== undefined };
      routes.set(opening.origin, route);
    }
    return route;
  }
}
