import type { AdministeredSite, TypedHostSite } from '../../src/administration/host-sites/host-site-settings.js';
import { AdministrationNav } from './administration-nav.js';
import { Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { HostSiteForm } from './host-site-form.js';
import { Layout } from '../kit/layout.js';
import type { Ui } from '../kit/ui.js';

export interface HostSitesPageProps {
  ui: Ui;
  sites: AdministeredSite[];
  written: TypedHostSite & { slug: string };
  errors: FormErrors | null;
}

/** Administrators only. Fields of the form: those of a site, and slug. */
export function HostSitesPage({ ui, sites, written, errors }: HostSitesPageProps) {
  const { hostSites } = ui.t;
  return (
    <Layout ui={ui} title={hostSites.sites} team noindex>
      <AdministrationNav ui={ui} />
      <div class="title">
        <h1>{hostSites.sites}</h1>
        <p class="lede">{hostSites.lede}</p>
      </div>
      {sites.length === 0 && <p>{hostSites.none}</p>}
      <ol class="members">
        {sites.map((site) => (
          <li class="member">
            <p class="member-name">
              <a href={`/sites/${site.slug}`}>
                <b>{site.name}</b>
              </a>
            </p>
            <p class="ui meta">
              <span>{site.slug}</span> <span>{hostSites.articles(site.articles)}</span>{' '}
              <span>{site.origins.join(', ')}</span>
            </p>
          </li>
        ))}
      </ol>
      <HostSiteForm
        ui={ui}
        action="/sites"
        heading={hostSites.newSite}
        button={hostSites.create}
        written={written}
        errors={errors}
      >
        <Field
          ui={ui}
          name="slug"
          label={hostSites.slug}
          optional={ui.t.account.optional}
          hint={hostSites.slugHint}
          value={written.slug}
          errors={errors}
        />
      </HostSiteForm>
    </Layout>
  );
}
