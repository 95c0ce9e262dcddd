import { cookieName } from '../../../visitors/session-cookie.js';

const SESSION = `${cookieName(false)}=`;

/**
 * Whether the request seems to carry a session cookie. A wrong guess only costs a little time, so a search in the
 * header is enough and no parser is needed.
 */
export function carriesSession(cookies: string | undefined): boolean {
  return cookies !== undefined && cookies.includes(SESSION);
}
