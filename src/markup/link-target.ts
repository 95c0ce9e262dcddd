import { withoutTracking } from './tracking.js';

/**
 * Where a link may lead. `host` is null for what has none to show: a post or a document of this forum, a mail address.
 */
export interface LinkTarget {
  href: string;
  host: string | null;
}

const POST = /^\/thread\/\d{1,12}\/posts\/\d{1,9}$/;
/** As the page of a document gives it to be cited. */
const PAGE = /^\/document\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\/[\w-]{1,200}(?:\?page=[1-9]\d{0,3})?$/;

function mailTarget(url: URL): LinkTarget | null {
  return /^[^@\s]+@[^@\s]+$/.test(url.pathname) ? { href: url.href, host: null } : null;
}

function webTarget(url: URL): LinkTarget | null {
  // What stands before the @ is there to be read as a host: https://bank.example@elsewhere.example.
  if (url.username !== '' || url.password !== '') return null;
  if (url.search !== '') {
    const search = withoutTracking(url.search);
    if (search !== url.search) url.search = search;
  }
  return { href: url.href, host: url.host };
}

/**
 * Reads an address typed by a person: http, https, mailto, `www.` for http, or the permalink of a post or of a page of
 * a document here.
 *
 * The scheme is read after the WHATWG parser, which is what a browser will do with it. Null for anything else:
 * the caller shows it as typed.
 */
export function linkTarget(typed: string): LinkTarget | null {
  if (POST.test(typed) || PAGE.test(typed)) return { href: typed, host: null };
  const address = /^www\.\S/i.test(typed) ? `http://${typed}` : typed;
  if (!/^(?:https?:\/\/|mailto:)/i.test(address)) return null;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol === 'mailto:') return mailTarget(url);
  return url.protocol === 'http:' || url.protocol === 'https:' ? webTarget(url) : null;
}
