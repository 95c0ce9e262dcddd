/** On https the name itself makes browsers insist: Secure, this host only, path `/`. */
const PLAIN = 'palabre';
const SECURE = '__Host-palabre';

/** How long a browser keeps the cookie; only the database knows whether the session is still valid. */
export const COOKIE_SECONDS = 30 * 24 * 3600;

export function cookieName(https: boolean): string {
  return https ? SECURE : PLAIN;
}

/**
 * The session's token out of a Cookie header: 256 bits in base64url, or null. Whatever has another form is not a
 * token of ours and never reaches the database.
 */
export function sessionToken(cookies: string | undefined, https: boolean): string | null {
  const token = cookieOf(cookies, cookieName(https)) ?? '';
  return /^[\w-]{43}$/.test(token) ? token : null;
}

/** The value of one cookie in a Cookie header, or null. */
export function cookieOf(cookies: string | undefined, name: string): string | null {
  const start = `${name}=`;
  const found = cookies
    ?.split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(start));
  return found?.slice(start.length) ?? null;
}

/**
 * Whether the visitor's browser talks https: a trusted proxy says so (`protocol`), or it asked for the host of an
 * https PUBLIC_URL. The same forum can be asked for on plain http at the same time, by its onion or LAN name.
 */
export function askedOverHttps(publicUrl: string, host: string | undefined, protocol: string): boolean {
  if (protocol === 'https') return true;
  const url = new URL(publicUrl);
  return url.protocol === 'https:' && host?.toLowerCase() === url.host;
}
