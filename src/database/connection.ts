import { userInfo } from 'node:os';
import { sslOf, type Tls } from './ssl.js';

/** Where a login finds its database; `host` is a folder for a Unix socket. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password?: string;
  readonly database: string;
  readonly ssl?: Tls;
}

/**
 * The parts of a postgres:// address. Each part is given to the driver by name, since what is left out there it takes
 * from PGHOST, PGUSER and the like of whoever started us.
 */
export function connectionOf(address: string): Connection {
  const url = new URL(address);
  const host =
    url.searchParams.get('host') ?? (decodeURIComponent(url.hostname).replace(/^\[|\]$/g, '') || 'localhost');
  const ssl = sslOf(url.searchParams, host);
  return {
    host,
    port: url.port === '' ? Number(url.searchParams.get('port') ?? 5432) : Number(url.port),
    user: decodeURIComponent(url.username) || (url.searchParams.get('user') ?? userInfo().username),
    ...(url.password === '' ? {} : { password: decodeURIComponent(url.password) }),
    database: decodeURIComponent(url.pathname.slice(1)),
    ...(ssl === null ? {} : { ssl }),
  };
}
