import type { AdministeredSite } from '../../src/administration/host-sites/host-site-settings.js';
import type { Ui } from '../kit/ui.js';
import { sectionSnippets } from './section-snippets.js';

/** An identifier as an example, which the site replaces with its own. */
const EXAMPLE = '331';

/** What to copy into a page, with this site's own addresses. */
export function PlaceSection({ ui, site, forum }: { ui: Ui; site: AdministeredSite; forum: string }) {
  const { hostSites } = ui.t;
  const { element, include, link } = sectionSnippets(forum, site.slug, EXAMPLE, hostSites.linkWords);
  return (
    <section class="slip stack" aria-labelledby="place">
      <h2 id="place">{hostSites.place}</h2>
      <p>{hostSites.byElement}</p>
      <pre class="copy" tabIndex={0}>
        <code>{element}</code>
      </pre>
      <p>{hostSites.byInclude}</p>
      <pre class="copy" tabIndex={0}>
        <code>{include}</code>
      </pre>
      <p>{hostSites.byLink}</p>
      <pre class="copy" tabIndex={0}>
        <code>{link}</code>
      </pre>
    </section>
  );
}
