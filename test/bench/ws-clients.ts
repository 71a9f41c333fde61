import { WebSocket } from 'ws';

/**
 * What a bare `ws` client costs, for comparison: `hold` opens connections evenly over some seconds and keeps them; `echo` sends on each as soon as the answer
 * is there. Arguments: mode, URL, connections, seconds to wait before, seconds to open, seconds to stay. Prints the round trips.
 */
const [mode = '', url = '', count = '0', waitSec = '0', openSec = '0', staySec = '0'] = process.argv.slice(2);
const MESSAGE = JSON.stringify({ type: 'ask', id: 'f1c9a3e0-5a1c-4f6a-9d4e-2b7c8d9e0f1a' });
const sockets: WebSocket[] = [];
let trips = 0;
/** Of each second since the start of the process. */
const perSecond: number[] = [];
setInterval(() => perSecond.push(trips - perSecond.reduce((sum, known) => sum + known, 0)), 1_000).unref();

function open(): void {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  socket.on('error', (error) => {
    console.error(error.message);
    process.exit(1);
  });
  if (mode === 'echo') {
    socket.on('open', () => socket.send(MESSAGE));
    socket.on('message', () => {
      trips++;
      socket.send(MESSAGE);
    });
  } else {
    // As a user of ws would: pongs are awaited, messages are looked at.
    socket.on('message', () => trips++);
    setInterval(() => {
      if (socket.readyState === WebSocket.OPEN) socket.ping();
    }, 10_000).unref();
  }
  sockets.push(socket);
}

const began = performance.now();
const opener = setInterval(
  () => {
    const share = Number(openSec) === 0 ? 1 : (performance.now() - began - Number(waitSec) * 1_000) / (Number(openSec) * 1_000);
    while (sockets.length < Math.min(1, share) * Number(count)) open();
    if (sockets.length >= Number(count)) clearInterval(opener);
  },
  Number(openSec) === 0 ? Number(waitSec) * 1_000 : 10,
);
setTimeout(
  () => {
    console.log(JSON.stringify({ trips, perSecond, open: sockets.filter(({ readyState }) => readyState === WebSocket.OPEN).length }));
    process.exit();
  },
  (Number(waitSec) + Number(openSec) + Number(staySec)) * 1_000,
);
