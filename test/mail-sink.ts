import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A letter as it arrived: unfolded headers, decoded text. */
export interface Arrived {
  to: string[];
  headers: Map<string, string>;
  text: string;
  raw: string;
  /** Addresses of the forum that stand in it, without their origin. */
  paths: string[];
}

/** A real mail server on this machine. What is in `refusing` is answered once each, instead of taking the letter. */
export class MailSink {
  readonly arrived: Arrived[] = [];
  readonly refusing: { code: number; words: string }[] = [];
  private held: (() => void)[] | null = null;
  private silent: (() => void)[] | null = null;
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onRcptTo: (_address, _session, done) => {
      const refusal = this.refusing.shift();
      const answer = (): void =>
        done(refusal === undefined ? null : Object.assign(new Error(refusal.words), { responseCode: refusal.code }));
      if (this.held === null) answer();
      else this.held.push(answer);
    },
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        this.arrived.push(
          read(
            Buffer.concat(parts).toString(),
            envelope.rcptTo.map(({ address }) => address),
          ),
        );
        if (this.silent === null) done();
        else this.silent.push(() => done());
      });
    },
  });

  static async open(): Promise<MailSink> {
    const sink = new MailSink();
    await new Promise<void>((resolve) => sink.server.listen(0, '127.0.0.1', resolve));
    return sink;
  }

  /** From now on nobody is answered, until what this gives is called. */
  hang(): () => void {
    const held: (() => void)[] = [];
    this.held = held;
    return () => {
      this.held = null;
      for (const answer of held) answer();
    };
  }

  /** From now on letters are taken and nobody is told, until what this gives is called. */
  keepSilent(): () => void {
    const silent: (() => void)[] = [];
    this.silent = silent;
    return () => {
      this.silent = null;
      for (const answer of silent) answer();
    };
  }

  /** How many letters wait for an answer now. */
  get hanging(): number {
    return this.held?.length ?? 0;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

function read(raw: string, to: string[]): Arrived {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const body = rest.join('\r\n\r\n');
  const text = headers.get('content-transfer-encoding') === 'quoted-printable' ? unquoted(body) : body;
  return {
    to,
    headers,
    text,
    raw,
    paths: [...text.matchAll(/https?:\/\/[^/\s]+(\/\S*)/g)].map(([, path = '']) => path),
  };
}

function unquoted(body: string): string {
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
