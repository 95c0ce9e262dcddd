import type { DecisionRow, VersionRow } from '../../src/desk/queue/card.js';
import type { EarlierVersion } from '../../src/submissions/followed.js';
import { FileNames } from './documents/file-names.js';
import { FactsList } from './facts/facts.js';
import type { Ui } from './ui.js';
import { nameOf } from './author.js';
import { ReasonLine } from './reason-line.js';
import { Time } from './time.js';

/** Every decision about one submission, oldest first, as the log has it. */
export function Decisions({ ui, decisions }: { ui: Ui; decisions: DecisionRow[] }) {
  const { desk, write } = ui.t;
  if (decisions.length === 0) return <p class="hint">{desk.historyEmpty}</p>;
  return (
    <ol class="story">
      {decisions.map((row) => (
        <li>
          <p class="meta">
            <b>{desk.decisions[row.decision]}</b> <span>{desk.by(nameOf(ui, { name: row.by }))}</span>{' '}
            <Time ui={ui} at={row.at} /> {row.version !== null && <span>{desk.version(row.version)}</span>}
          </p>
          <ReasonLine ui={ui} reasons={row.reasons} />
          {row.remark !== null && row.remark !== '' && <p>{write.remark(row.remark)}</p>}
        </li>
      ))}
    </ol>
  );
}

/** Every text that a submission had, newest first. */
export function Versions({ ui, versions }: { ui: Ui; versions: (VersionRow | EarlierVersion)[] }) {
  const { desk } = ui.t;
  const none = versions.some(({ documents }) => documents.length > 0);
  return (
    <ol class="versions">
      {versions.map((row) => (
        <li>
          <details open={row === versions[0]}>
            <summary>
              <b>{desk.versionBy(row.version, row.by === 'team')}</b>
              {'name' in row && row.name !== null && <> {desk.by(row.name)}</>}, <Time ui={ui} at={row.at} />
            </summary>
            {row.title !== null && (
              <p class="text">
                <b>{row.title}</b>
              </p>
            )}
            {row.asks === true && <p class="ui meta">{ui.t.asking.question}</p>}
            <div class="text" dangerouslySetInnerHTML={{ __html: row.html }} />
            {row.facts !== null && <FactsList ui={ui} facts={row.facts} />}
            <FileNames ui={ui} documents={row.documents} none={none} />
          </details>
        </li>
      ))}
    </ol>
  );
}
