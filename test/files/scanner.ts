import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** What stands in a file that this scanner finds. */
export const HARMFUL = 'X5O!-ESSAI-NUISIBLE';

/** A server that speaks INSTREAM as `clamd` does, over TCP or at the path of a socket. */
export class Scanner {
  /** What was shown, in its order. */
  readonly shown: Buffer[] = [];
  /** Takes everything and never answers. */
  isDumb = false;
  /** Bytes after which it takes no more, as its StreamMaxLength says. */
  most = Infinity;
  private server: Server | null = null;
  private readonly sockets = new Set<Socket>();

  async listen(at: { path: string } | { port: number }): Promise<void> {
    this.server = createServer((socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
      socket.on('error', () => socket.destroy());
      this.hear(socket);
    });
    this.server.listen('path' in at ? at : { ...at, host: '127.0.0.1' });
    await once(this.server, 'listening');
  }

  get port(): number {
    const address = this.server?.address() as AddressInfo | undefined;
    return address?.port ?? 0;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server?.close();
    if (this.server !== null) await once(this.server, 'close');
    this.server = null;
  }

  private hear(socket: Socket): void {
    let came = Buffer.alloc(0);
    let isOver = false;
    socket.on('data', (part: Buffer) => {
      if (isOver || this.isDumb) return;
      came = Buffer.concat([came, part]);
      const answer = this.answerTo(came);
      if (answer === null) return;
      isOver = true;
      socket.end(`${answer}\0`);
    });
  }

  /** Null as long as the file is not whole. */
  private answerTo(came: Buffer): string | null {
    const command = 'zINSTREAM\0';
    if (came.length < command.length) return null;
    if (came.subarray(0, command.length).toString('latin1') !== command) return 'UNKNOWN COMMAND';
    const parts: Buffer[] = [];
    for (let at = command.length; at + 4 <= came.length;) {
      const length = came.readUInt32BE(at);
      const file = Buffer.concat(parts);
      if (file.length + length > this.most) return 'INSTREAM size limit exceeded. ERROR';
      if (length === 0) {
        this.shown.push(file);
        return file.includes(HARMFUL) ? 'stream: Essai-Nuisible FOUND' : 'stream: OK';
      }
      if (at + 4 + length > came.length) return null;
      parts.push(came.subarray(at + 4, at + 4 + length));
      at += 4 + length;
    }
    return null;
  }
}
