export interface RequestSource {
  /** `Host`, and the host of PUBLIC_URL where a proxy rewrites the first. */
  hosts: readonly string[];
  origin: string | undefined;
  fetchSite: string | undefined;
  referer: string | undefined;
  /** Whether our session cookie came along: what an attacker on another site would want to use. */
  hasSession: boolean;
}

/**
 * Does a request that changes something come from a page of ours? The first header that is present decides alone: a
 * browser sends Origin with every form and every fetch that is not a GET; Sec-Fetch-Site and Referer stand in when it
 * is missing. Without any of them only a request without a session may act: a tool's, or a guest's. There is no list
 * of allowed origins: the name that was asked for is one of ours (known-hosts.ts), whichever it is.
 */
export function isSameSite({ hosts, origin, fetchSite, referer, hasSession }: RequestSource): boolean {
  if (origin !== undefined) return hosts.includes(hostOf(origin));
  if (fetchSite !== undefined) return fetchSite === 'same-origin' || fetchSite === 'none';
  if (referer !== undefined) return hosts.includes(hostOf(referer));
  return !hasSession;
}

/** Lower case, without the scheme's own port; no host for `null` and for what is no address, and none equals it. */
function hostOf(address: string): string {
  const url = URL.parse(address);
  return url !== null && /^https?:$/.test(url.protocol) && url.host !== '' ? url.host : '-';
}

/** The hosts that a page of ours can have. `Host` may spell out the default port, an Origin never does. */
export function ownHosts(host: string | undefined, publicUrl: string): string[] {
  const asked = host?.toLowerCase() ?? '';
  return [asked, asked.replace(/:(80|443)$/, ''), new URL(publicUrl).host].filter((name) => name !== '');
}
