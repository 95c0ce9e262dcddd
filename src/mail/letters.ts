import { Inject, Injectable } from '@nestjs/common';
import type { SendMailOptions, Transporter } from 'nodemailer';
import { CONFIG, type Config } from '../config/config.js';
import { type Letter, NotTaken } from './letter.js';

const PATIENCE = 20_000;

/** Sends letters to the mail server. */
@Injectable()
export class Letters {
  private transport: Promise<Transporter> | null = null;
  private readonly url: string | null;
  private readonly from: string;
  private readonly host: string;

  constructor(@Inject(CONFIG) { mail, publicUrl }: Pick<Config, 'mail' | 'publicUrl'>) {
    this.host = new URL(publicUrl).hostname;
    this.from = mail?.from ?? '';
    this.url = mail?.url ?? null;
  }

  /** Whether this forum sends mail at all: nothing promises any where it does not. */
  get areSent(): boolean {
    return this.url !== null;
  }

  /** Hands it over to the mail server. @throws NotTaken */
  async send(letter: Letter, now: Date): Promise<void> {
    if (this.url === null) throw new NotTaken('none is set', false);
    const transport = await (this.transport ??= this.open(this.url));
    try {
      await transport.sendMail(this.dressed(letter, now));
    } catch (problem) {
      throw notTaken(problem);
    }
  }

  /** The library is read with the first letter: most forums send none. */
  private async open(url: string): Promise<Transporter> {
    const { createTransport } = await import('nodemailer');
    return createTransport({
      url,
      // How the forum introduces itself: the library would say the machine's own name.
      name: this.host,
      connectionTimeout: PATIENCE,
      greetingTimeout: PATIENCE,
      socketTimeout: PATIENCE,
      dnsTimeout: PATIENCE,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  private dressed({ id, to, from, subject, text, language, unsubscribe }: Letter, now: Date): SendMailOptions {
    return {
      // Address and envelope are given apart from the names, so that nothing that looks like a list becomes one.
      from: { name: from, address: this.from },
      to: { name: '', address: to },
      envelope: { from: this.from, to: [to] },
      subject,
      text,
      textEncoding: 'quoted-printable',
      messageId: `<${id}@${this.host}>`,
      date: now,
      xMailer: false,
      headers: {
        'Content-Language': language,
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        // Not folded: some programs do not find an address that goes over two lines.
        'List-Unsubscribe': { prepared: true, foldLines: false, value: `<${unsubscribe}>` },
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    };
  }
}

/** The library's own error names whom the letter was for. */
function notTaken(problem: unknown): NotTaken {
  const { code = 'unknown', responseCode = 0 } = problem as { code?: string; responseCode?: number };
  const ofTheLetter = code === 'EENVELOPE' || code === 'EMESSAGE';
  return new NotTaken(responseCode === 0 ? code : `${code} ${responseCode}`, ofTheLetter && responseCode >= 500);
}
