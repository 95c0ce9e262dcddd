import { isAbsolute, resolve } from 'node:path';
import { isIP } from 'node:net';
import { z } from 'zod';
import type { Limit, ScannerPlace } from './config.js';

/** One schema for each setting: the README's table names them in this order. Errors finish the sentence "NAME …". */

const whole = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : Number.NaN);

const port = z
  .string()
  .transform(whole)
  .refine((n) => n >= 0 && n <= 65_535, 'must be a whole number from 0 to 65535');

const origin = z
  .string()
  .transform((text) => text.replace(/\/+$/, ''))
  .refine(
    (text) =>
      URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text.toLowerCase(),
    'must be http:// or https:// and a host, without a path, such as https://forum.example.org',
  )
  .transform((text) => text.toLowerCase());

const database = z
  .string()
  .refine(
    (text) =>
      URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol) && new URL(text).pathname.length > 1,
    'must be postgres://user:password@host:port/database',
  );

const timeZone = z.string().refine((name) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}, 'must be the name of a time zone, such as Europe/Paris');

const megabytes = (least: number, most: number) =>
  z
    .string()
    .transform(whole)
    .refine((n) => n >= least && n <= most, `must be a whole number of megabytes, at least ${least}`);

const proxy = (text: string): boolean => {
  const [address, bits, ...rest] = text.split('/');
  return rest.length === 0 && isIP(address ?? '') !== 0 && (bits === undefined || /^\d{1,3}$/.test(bits));
};

const proxies = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  )
  .refine(
    (parts) => parts.every(proxy),
    'must be addresses or networks with commas between them, such as 127.0.0.1,10.0.0.0/8',
  );

const hosts = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim().toLowerCase())
      .filter((part) => part !== ''),
  )
  .refine(
    (names) => names.every((name) => URL.canParse(`http://${name}`) && new URL(`http://${name}`).hostname === name),
    'must be names with commas between them and without ports, such as palabre.lan,abcdef.onion',
  );

const limit = z
  .string()
  .transform((text): Limit => {
    const [points, seconds, ...rest] = text.split('/');
    return rest.length > 0
      ? { points: 0, seconds: 0 }
      : { points: whole(points ?? ''), seconds: whole(seconds ?? '') };
  })
  .refine(
    ({ points, seconds }) => points > 0 && seconds > 0,
    'must be a number of times, a slash and a number of seconds, such as 10/60',
  );

const smtp = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname !== '',
    'must be smtp://host:port or smtps://user:password@host:port',
  );

const scanner = z.string().transform((text, context): ScannerPlace => {
  if (isAbsolute(text)) return { path: text };
  const [, name = '', bare = '', port = ''] = /^(?:\[([0-9a-f:]+)\]|([\w.-]+)):(\d{1,5})$/i.exec(text) ?? [];
  if (whole(port) >= 1 && whole(port) <= 65_535) return { host: name || bare, port: Number(port) };
  context.addIssue('must be host:port or the absolute path of a socket');
  return z.NEVER;
});

const address = z
  .string()
  .refine((text) => z.email().safeParse(text).success, 'must be an address alone, such as forum@example.org');

export const settings = z.object({
  PORT: port.default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be an address or a host name')
    .default('127.0.0.1'),
  PUBLIC_URL: origin.optional(),
  HOSTS: hosts.default([]),
  DATA_DIR: z
    .string()
    .transform((path) => (isAbsolute(path) ? path : resolve(path)))
    .default(resolve('data')),
  FILES_DIR: z
    .string()
    .transform((path) => (isAbsolute(path) ? path : resolve(path)))
    .optional(),
  FILES_MB: megabytes(1, 100_000_000).default(10_240),
  FILE_MB: megabytes(1, 1_000).default(25),
  CLAMD: scanner.optional(),
  OCR: z.enum(['on', 'off'], 'must be on or off').default('on'),
  DATABASE_URL: database.optional(),
  DATABASE_READER_URL: database.optional(),
  DATABASE_WRITER_URL: database.optional(),
  TZ: timeZone.default('Europe/Paris'),
  PROXIES: proxies.default([]),
  LIMIT_LOGIN: limit.default({ points: 10, seconds: 900 }),
  LIMIT_REGISTER: limit.default({ points: 5, seconds: 3600 }),
  LIMIT_RECOVERY: limit.default({ points: 5, seconds: 3600 }),
  LIMIT_SEND: limit.default({ points: 10, seconds: 60 }),
  LIMIT_PREVIEW: limit.default({ points: 30, seconds: 1 }),
  LIMIT_DRAW: limit.default({ points: 300_000, seconds: 60 }),
  LIMIT_FILES: limit.default({ points: 10, seconds: 60 }),
  LIMIT_UPLOAD: limit.default({ points: 30, seconds: 3600 }),
  LIMIT_UPLOAD_KB: limit.default({ points: 200 * 1024, seconds: 86_400 }),
  LIMIT_ACT: limit.default({ points: 300, seconds: 60 }),
  LIMIT_READ: limit.default({ points: 300, seconds: 60 }),
  LIMIT_CATCH_UP: limit.default({ points: 6_000, seconds: 60 }),
  LIMIT_LETTER: limit.default({ points: 5, seconds: 3600 }),
  LIMIT_ACCOUNT: limit.default({ points: 1_200, seconds: 60 }),
  LIMIT_SEARCH: limit.default({ points: 30, seconds: 60 }),
  LIMIT_SEATS: limit.default({ points: 30, seconds: 3600 }),
  PAGE_CACHE_MB: megabytes(1, 65_536).default(64),
  LIMIT_SOCKET: limit.default({ points: 300, seconds: 60 }),
  LIMIT_JOIN: limit.default({ points: 60, seconds: 60 }),
  SOCKETS_MAX: z
    .string()
    .transform(whole)
    .refine((n) => n >= 1, 'must be a whole number of sockets, at least 1')
    .default(10_000),
  SMTP_URL: smtp.optional(),
  MAIL_FROM: address.optional(),
  ALERT_HOURS: z
    .string()
    .transform(whole)
    .refine((n) => n >= 0 && n <= 8_760, 'must be a whole number of hours, 0 for never')
    .default(24),
});

export type Settings = z.infer<typeof settings>;
