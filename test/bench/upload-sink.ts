import { createServer } from 'node:net';

/** A target for uploads, in its own process: it reads each body to its end, keeps nothing of it, and answers. Bodies are as long as content-length says. */
const ANSWER = Buffer.from('HTTP/1.1 201 Created\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}');
const CONTINUE = 'HTTP/1.1 100 Continue\r\n\r\n';

const server = createServer({ noDelay: true }, (socket) => {
  let head = '';
  let left = 0;
  socket.on('data', (data: Buffer) => {
    let chunk = data;
    while (chunk.length > 0) {
      if (left > 0) {
        const taken = Math.min(left, chunk.length);
        left -= taken;
        chunk = chunk.subarray(taken);
        if (left === 0) socket.write(ANSWER);
        continue;
      }
      head += chunk.toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      chunk = chunk.subarray(chunk.length - (head.length - end - 4));
      left = Number(/\r\ncontent-length: (\d+)/i.exec(head.slice(0, end + 2))?.[1] ?? 0);
      if (/\r\nexpect: 100-continue/i.test(head.slice(0, end + 2))) socket.write(CONTINUE);
      head = '';
      if (left === 0) socket.write(ANSWER);
    }
  });
  socket.on('error', () => socket.destroy());
});

server.listen({ port: 0, host: '127.0.0.1', backlog: 4_096 }, () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) process.send?.(address.port);
});
process.on('disconnect', () => process.exit());
