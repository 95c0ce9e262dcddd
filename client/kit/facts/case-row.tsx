import type { CaseRow as Row, VisibleCase } from '../../../src/cases/visible-case.js';
import { countryName } from '../../../src/cases/country.js';
import { townAndDepartment } from '../../../src/towns/town.js';
import { threadAddress } from '../address.js';
import { titleOf } from '../thread-row.js';
import { Time } from '../time.js';
import type { Ui } from '../ui.js';
import { StatusSign } from './status-sign.js';

/** « Peltre (57) », « Liège, Belgique ». */
export function placeOf(ui: Ui, { town, country, place }: VisibleCase): string {
  return town === null ? [place, countryName(ui.language, country)].join(', ') : townAndDepartment(town);
}

/** One case of a list; `where` is left out on the page of its town. */
export function CaseRow({ ui, row, where = true }: { ui: Ui; row: Row; where?: boolean }) {
  const { cases } = ui.t;
  const { local, thread } = row;
  return (
    <li data-case={thread.id} data-status={local.status}>
      <article class="row">
        <StatusSign status={local.status} />
        <h3>
          <a href={threadAddress(thread)}>{titleOf(ui, thread)}</a>
        </h3>
        <p class="meta">
          <b>{cases.statuses[local.status]}</b> {where && <span>{placeOf(ui, local)}</span>}{' '}
          <Time ui={ui} at={local.movedAt} />
        </p>
        <p class="row-count">{ui.t.read.posts(thread.postCount)}</p>
      </article>
    </li>
  );
}
