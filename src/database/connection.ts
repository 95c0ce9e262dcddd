import { userInfo } from 'node:os';

/** Where a login finds its database; `host` is a folder for a Unix socket. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password?: string;
  readonly database: string;
  readonly ssl?: boolean | { rejectUnauthorized: boolean };
}

/**
 * The parts of a postgres:// address. Each part is given to the driver by name, since what is left out there it takes
 * from PGHOST, PGUSER and the like of whoever started us.
 */
export function connectionOf(address: string): Connection {
  const url = new URL(address);
  const mode = url.searchParams.get('sslmode');
  return {
    host: url.searchParams.get('host') ?? (decodeURIComponent(url.hostname).replace(/^\[|\]$/g, '') || 'localhost'),
    port: url.port === '' ? Number(url.searchParams.get('port') ?? 5432) : Number(url.port),
    user: decodeURIComponent(url.username) || (url.searchParams.get('user') ?? userInfo().username),
    ...(url.password === '' ? {} : { password: decodeURIComponent(url.password) }),
    database: decodeURIComponent(url.pathname.slice(1)),
    ...(mode === null || mode === 'disable' ? {} : { ssl: { rejectUnauthorized: mode.startsWith('verify') } }),
  };
}
