import { join } from 'node:path';
import type { ZodError } from 'zod';
import type { Config, Limits } from './config.js';
import { settings, type Settings } from './settings.js';

/** Names every wrong setting at once, so that all can be repaired in one go. */
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
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = settings.safeParse(given);
  if (!parsed.success) throw new WrongSettings(explain(parsed.error, given));
  const s = parsed.data;
  if ((s.DATABASE_READER_URL ?? s.DATABASE_WRITER_URL) !== undefined && s.DATABASE_URL === undefined)
    throw new WrongSettings([
      'DATABASE_READER_URL and DATABASE_WRITER_URL need DATABASE_URL, the login that migrates',
    ]);
  if ((s.SMTP_URL === undefined) !== (s.MAIL_FROM === undefined))
    throw new WrongSettings([
      'SMTP_URL and MAIL_FROM need each other: where letters go out, and the address that they come from',
    ]);
  const demonstration = options.demonstration ?? false;
  return Object.freeze({
    port: s.PORT,
    host: s.HOST,
    publicUrl: s.PUBLIC_URL ?? `http://${nameOf(s.HOST)}:${s.PORT}`,
    hosts: Object.freeze(s.HOSTS),
    dataDir: s.DATA_DIR,
    filesDir: s.FILES_DIR ?? join(s.DATA_DIR, 'files'),
    filesBytes: s.FILES_MB * 1024 * 1024,
    fileBytes: s.FILE_MB * 1024 * 1024,
    filePatience: 10_000,
    scanner: s.CLAMD ?? null,
    recognise: s.OCR === 'on',
    databaseUrl: s.DATABASE_URL ?? null,
    databaseReaderUrl: s.DATABASE_READER_URL ?? null,
    databaseWriterUrl: s.DATABASE_WRITER_URL ?? null,
    timeZone: s.TZ,
    proxies: Object.freeze(s.PROXIES),
    limits: limitsOf(s),
    limitFactor: demonstration ? 100 : 1,
    mail:
      s.SMTP_URL === undefined || s.MAIL_FROM === undefined
        ? null
        : Object.freeze({ url: s.SMTP_URL, from: s.MAIL_FROM }),
    alertHours: s.ALERT_HOURS,
    socketsMax: s.SOCKETS_MAX,
    pageCacheBytes: s.PAGE_CACHE_MB * 1024 * 1024,
    demonstration,
  });
}

function limitsOf(s: Settings): Limits {
  return Object.freeze({
    login: s.LIMIT_LOGIN,
    register: s.LIMIT_REGISTER,
    recovery: s.LIMIT_RECOVERY,
    send: s.LIMIT_SEND,
    preview: s.LIMIT_PREVIEW,
    draw: s.LIMIT_DRAW,
    files: s.LIMIT_FILES,
    upload: s.LIMIT_UPLOAD,
    uploadKilobytes: s.LIMIT_UPLOAD_KB,
    act: s.LIMIT_ACT,
    read: s.LIMIT_READ,
    catchUp: s.LIMIT_CATCH_UP,
    account: s.LIMIT_ACCOUNT,
    search: s.LIMIT_SEARCH,
    seats: s.LIMIT_SEATS,
    socket: s.LIMIT_SOCKET,
    join: s.LIMIT_JOIN,
    letter: s.LIMIT_LETTER,
  });
}

/** The host name to type into a browser on this machine to reach the address that the forum listens on. */
function nameOf(host: string): string {
  if (['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/**
 * Passwords are in the addresses of databases and of the mail server, so a wrong value is repeated only where it can't
 * hold one.
 */
function explain(error: ZodError, given: Record<string, string | undefined>): string[] {
  return error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const shown = /^DATABASE|^SMTP/.test(name) ? '' : ` (it is "${given[name]}")`;
    return `${name} ${issue.message}${shown}`;
  });
}
