import type { DeskCard } from '../../src/desk/queue/card.js';
import type { Ui } from '../kit/ui.js';
import { titleOfDocument } from '../kit/documents/file-facts.js';
import { Time } from '../kit/time.js';

type Report = NonNullable<DeskCard['report']>['reports'][number];

function ReportedFile({ ui, document }: { ui: Ui; document: NonNullable<Report['document']> }) {
  const title = titleOfDocument(ui, document);
  return (
    <span>
      {ui.t.after.reportedFile} {document.stands ? <a href={`/document/${document.id}`}>{title}</a> : <b>{title}</b>}
    </span>
  );
}

/** Below a reported post: what readers said of it, and how many they are. */
export function Reported({ ui, report }: { ui: Ui; report: NonNullable<DeskCard['report']> }) {
  const { after } = ui.t;
  return (
    <div class="slip team">
      <p class="flag">{after.reports(report.count)}</p>
      {report.gone !== null && <p>{after.reportedGone}</p>}
      <ul class="plain">
        {report.reports.map((each) => (
          <li class="ui meta">
            <b>{ui.reason(each.reason)}</b> <span>{after.reportBy(each.by ?? after.reportByGuest)}</span>{' '}
            <Time ui={ui} at={each.at} /> {each.document !== null && <ReportedFile ui={ui} document={each.document} />}
            {each.remark !== null && <span class="remark">{ui.t.write.remark(each.remark)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
