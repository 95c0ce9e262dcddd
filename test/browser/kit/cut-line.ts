import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A line between a browser and the forum that breaks: every connection goes, and what is on its way is lost. */
export class CutLine {
  /** Bytes that have gone up. */
  up = 0;
  /** At which progress it breaks next, one after the other. */
  cuts: number[] = [];
  /** How far the other side is. */
  progress: () => number = () => this.up;
  /** Behind so many bytes up nothing more is handed on. */
  holdsAt = Infinity;
  broken = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly port: number,
  ) {}

  static async to(port: number): Promise<CutLine> {
    const server = createServer();
    const line = new CutLine(server, port);
    server.on('connection', (socket) => line.join(socket));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return line;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  private join(near: Socket): void {
    const far = connect(this.port, '127.0.0.1');
    for (const socket of [near, far]) {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    far.pipe(near);
    near.on('data', (bytes: Buffer) => {
      this.up += bytes.length;
      const [next = Infinity] = this.cuts;
      if (this.up > this.holdsAt) near.pause();
      else if (this.progress() >= next) {
        this.cuts.shift();
        this.broken += 1;
        this.cut();
      } else far.write(bytes);
    });
  }
}
