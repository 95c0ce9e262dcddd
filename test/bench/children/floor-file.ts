import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { answering, usage } from './answering.js';

/** The least that Node can do for a file: its bytes from the disk, whatever is asked. */
let path = '';
const server = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': statSync(path).size });
  createReadStream(path).pipe(response);
});
server.listen(0, '127.0.0.1', () => {
  process.once('SIGTERM', () => process.exit(0));
  answering({
    usage,
    address: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    show(file: string) {
      path = file;
    },
  });
});
