import { createServer, type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { answering, usage } from './answering.js';

/** The least that Node can do for a page: the same bytes and headers out of memory, whatever is asked. */
let page: { headers: OutgoingHttpHeaders; body: Buffer } = { headers: {}, body: Buffer.alloc(0) };
const server = createServer((_request, response) => {
  response.writeHead(200, page.headers);
  response.end(page.body);
});
server.listen(0, '127.0.0.1', () => {
  process.once('SIGTERM', () => process.exit(0));
  answering({
    usage,
    address: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    show({ headers, body }: { headers: OutgoingHttpHeaders; body: string }) {
      page = { headers, body: Buffer.from(body, 'base64') };
    },
  });
});
