import type { ZodError } from 'zod';
import type { Config } from './config.js';
import { settings } from './settings.js';

/** Every wrong setting at once: whoever installs repairs them in one go. */
export class WrongSettings extends Error {
  constructor(readonly lines: string[]) {
    super(`Palabre cannot start with these settings:\n${lines.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'WrongSettings';
  }
}

export interface ConfigOptions {
  /** Set by `npm run demo`, never by the environment: no setting may turn a forum into a demonstration. */
  demonstration?: boolean;
}

/**
 * Reads the settings out of `environment`, where a setting that is empty counts as not set.
 * Throws WrongSettings with a line for each error.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env, options: ConfigOptions = {}): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = settings.safeParse(given);
  if (!parsed.success) throw new WrongSettings(explain(parsed.error, given));
  const s = parsed.data;
  if ((s.DATABASE_READER_URL ?? s.DATABASE_WRITER_URL) !== undefined && s.DATABASE_URL === undefined)
    throw new WrongSettings(['DATABASE_READER_URL and DATABASE_WRITER_URL need DATABASE_URL, the login that migrates']);
  if ((s.SMTP_URL === undefined) !== (s.MAIL_FROM === undefined))
    throw new WrongSettings(['SMTP_URL and MAIL_FROM need each other: where letters go out, and the address that they come from']);
  const demonstration = options.demonstration ?? false;
  const { LIMIT_LOGIN: login, LIMIT_REGISTER: register, LIMIT_RECOVERY: recovery } = s;
  const { LIMIT_SEND: send, LIMIT_PREVIEW: preview, LIMIT_READ: read, LIMIT_SOCKET: socket } = s;
  return Object.freeze({
    port: s.PORT,
    host: s.HOST,
    publicUrl: s.PUBLIC_URL ?? `http://${nameOf(s.HOST)}:${s.PORT}`,
    dataDir: s.DATA_DIR,
    databaseUrl: s.DATABASE_URL ?? null,
    databaseReaderUrl: s.DATABASE_READER_URL ?? null,
    databaseWriterUrl: s.DATABASE_WRITER_URL ?? null,
    timeZone: s.TZ,
    proxies: Object.freeze(s.PROXIES),
    limits: Object.freeze({ login, register, recovery, send, preview, read, socket }),
    limitFactor: demonstration ? 100 : 1,
    mail: s.SMTP_URL === undefined || s.MAIL_FROM === undefined ? null : Object.freeze({ url: s.SMTP_URL, from: s.MAIL_FROM }),
    alertHours: s.ALERT_HOURS,
    pageCacheBytes: s.PAGE_CACHE_MB * 1024 * 1024,
    demonstration,
  });
}

/** What to type into a browser on this machine for an address that is listened on. */
function nameOf(host: string): string {
  if (['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/** Passwords stand in the addresses of databases and of the mail server, so a wrong value is repeated only where it can't hold one. */
function explain(error: ZodError, given: Record<string, string | undefined>): string[] {
  return error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const shown = /^DATABASE|^SMTP/.test(name) ? '' : ` (it is "${given[name]}")`;
    return `${name} ${issue.message}${shown}`;
  });
}
