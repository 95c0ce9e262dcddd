import type { ComponentChildren } from 'preact';
import { AUTHORITIES, CASE_STATUSES, type CaseStatus } from '../../src/cases/case-facts.js';
import { StatusSign } from '../kit/facts/status-sign.js';
import { Sifting } from '../kit/sifting.js';
import type { Ui } from '../kit/ui.js';

/** What filters cases, as the address has it. */
export type CasesQuery = Readonly<Record<string, string>>;

/** A choice of the filters: the same address with one value more, less, or another one. */
function Sift({
  query,
  field,
  value,
  at,
  children,
}: {
  query: CasesQuery;
  field: string;
  value: string | null;
  at: (query: CasesQuery) => string;
  children: ComponentChildren;
}) {
  const { [field]: chosen = null, ...others } = query;
  const href = at(value === null ? others : { ...others, [field]: value });
  return (
    <a href={href} aria-current={chosen === value ? 'true' : undefined}>
      {children}
    </a>
  );
}

export interface CaseSiftProps {
  ui: Ui;
  query: CasesQuery;
  counts: ReadonlyMap<CaseStatus, number>;
  /** The address of the page with these filters. */
  at: (query: CasesQuery) => string;
  /** Whether what comes soon can be chosen. */
  dues?: boolean;
  /** What filters besides, below the links. */
  children?: ComponentChildren;
}

/** State, themes and authorities to choose from, as links. */
export function CaseSift({ ui, query, counts, at, dues, children }: CaseSiftProps) {
  return (
    <>
      <ByStatus ui={ui} query={query} counts={counts} at={at} dues={dues} />
      <Sifting words={ui.t.cases.byWhat} open={FOLDED.some((field) => query[field] !== undefined)}>
        <ByWhat ui={ui} query={query} at={at} />
        {children}
      </Sifting>
    </>
  );
}

/** What filters behind the fold. */
const FOLDED = ['theme', 'authority', 'town', 'department'];

function ByStatus({ ui, query, counts, at, dues = false }: Omit<CaseSiftProps, 'children'>) {
  const { cases } = ui.t;
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return (
    <dl class="sift ui" aria-label={cases.choose}>
      <div>
        <dt>{cases.fields.status}</dt>
        <dd>
          <Sift at={at} query={query} field="status" value={null}>
            {cases.all} {all}
          </Sift>{' '}
          {CASE_STATUSES.map((status) => (
            <>
              <Sift at={at} query={query} field="status" value={status}>
                <StatusSign status={status} /> {cases.statuses[status]} {counts.get(status) ?? 0}
              </Sift>{' '}
            </>
          ))}
        </dd>
      </div>
      {dues && (
        <div>
          <dt>{cases.due}</dt>
          <dd>
            <Sift at={at} query={query} field="due" value={null}>
              {cases.all}
            </Sift>{' '}
            <Sift at={at} query={query} field="due" value="yes">
              {cases.dueSoon}
            </Sift>
          </dd>
        </div>
      )}
    </dl>
  );
}

/** Themes and authorities to choose from. */
function ByWhat({ ui, query, at }: Omit<CaseSiftProps, 'counts' | 'dues' | 'children'>) {
  const { cases } = ui.t;
  return (
    <dl class="sift ui" aria-label={cases.byWhat}>
      <div>
        <dt>{cases.fields.theme}</dt>
        <dd>
          <Sift at={at} query={query} field="theme" value={null}>
            {cases.all}
          </Sift>{' '}
          {ui.themes.map(({ code, name }) => (
            <>
              <Sift at={at} query={query} field="theme" value={code}>
                {name}
              </Sift>{' '}
            </>
          ))}
        </dd>
      </div>
      <div>
        <dt>{cases.fields.authority}</dt>
        <dd>
          <Sift at={at} query={query} field="authority" value={null}>
            {cases.allAuthorities}
          </Sift>{' '}
          {AUTHORITIES.map((authority) => (
            <>
              <Sift at={at} query={query} field="authority" value={authority}>
                {cases.authorities[authority]}
              </Sift>{' '}
            </>
          ))}
        </dd>
      </div>
    </dl>
  );
}
