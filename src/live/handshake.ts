import { Inject, Injectable } from '@nestjs/common';
import type { IncomingHttpHeaders } from 'node:http';
import { HostSites } from '../articles/host-sites.js';
import { Clock } from '../clock/clock.js';
import { CONFIG, type Config } from '../config/config.js';
import { CurrentSite } from '../site/current-site.js';
import { isSameSite, ownHosts } from '../visitors/same-site.js';
import { askedOverHttps, sessionToken } from '../visitors/session-cookie.js';
import { Visitor } from '../visitors/visitor.js';
import { Visitors } from '../visitors/visitors.js';
import type { SocketData } from './open-rooms.js';

/** What a handshake says: whether it comes from our pages, and who sent it. */
@Injectable()
export class Handshake {
  constructor(
    private readonly visitors: Visitors,
    private readonly site: CurrentSite,
    private readonly clock: Clock,
    private readonly hosts: HostSites,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Browsers send cookies with a web socket from any site, so without this another site could read with the session of
   * its visitors. Same-origin polling sends no Origin: then Sec-Fetch-Site has to say so. With neither it is a tool or
   * a very old browser: let in only without any cookie, as a guest, who sees nothing that a request would not.
   */
  comesFromOurPages(headers: IncomingHttpHeaders): boolean {
    return isSameSite({
      hosts: ownHosts(headers.host, this.config.publicUrl),
      origin: headers.origin,
      fetchSite: text(headers['sec-fetch-site']),
      referer: undefined,
      hasSession: headers.cookie !== undefined,
    });
  }

  /** A page of a site whose sections we hold: nobody else's but ours may enter beside it. */
  async comesFromSites(headers: IncomingHttpHeaders): Promise<boolean> {
    return (await this.sitesOf(headers)).length > 0;
  }

  /**
   * Read anew at each call: after the end of a session its socket is a guest's. A visitor of a page elsewhere is a
   * guest even with a cookie, which browsers send from a sister domain.
   */
  async whoSent(headers: IncomingHttpHeaders): Promise<SocketData> {
    if (!this.comesFromOurPages(headers))
      return {
        visitor: Visitor.guest(),
        language: (await this.site.get()).language,
        sites: await this.sitesOf(headers),
      };
    const https = askedOverHttps(this.config.publicUrl, headers.host, 'http');
    const visitor = await this.visitors.of(sessionToken(headers.cookie, https), this.clock.now());
    return { visitor, language: visitor.member?.language ?? (await this.site.get()).language, sites: null };
  }

  private async sitesOf({ origin }: IncomingHttpHeaders): Promise<string[]> {
    return origin === undefined ? [] : (await this.hosts.ofOrigin(origin)).map(({ slug }) => slug);
  }
}

function text(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
