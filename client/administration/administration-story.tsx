import type { AdministrationRow, CategorySetting } from '../../src/administration/category-settings.js';
import type { Ui } from '../kit/ui.js';
import { nameOf } from '../kit/author.js';
import { Time } from '../kit/time.js';

function labelOf({ t }: Ui, setting: string): string {
  const { settings } = t.administration;
  return setting in settings ? settings[setting as CategorySetting] : setting;
}

/** Who changed what, newest first. */
function Story({ ui, rows }: { ui: Ui; rows: AdministrationRow[] }) {
  const { administration, desk } = ui.t;
  if (rows.length === 0) return <p class="hint">{administration.storyEmpty}</p>;
  return (
    <ol class="story">
      {rows.map((row) => (
        <li>
          <p class="meta">
            <b>{administration.acts[row.act]}</b> {row.category !== null && <span>{row.category}</span>}{' '}
            <span>{desk.by(nameOf(ui, { name: row.by }))}</span> <Time ui={ui} at={row.at} />
          </p>
          {row.act === 'category-changed' && <p>{row.changed.map((setting) => labelOf(ui, setting)).join(', ')}</p>}
        </li>
      ))}
    </ol>
  );
}

/** Beside a form of the administration: what was changed there before, and by whom. */
export function AdministrationStory({ ui, rows }: { ui: Ui; rows: AdministrationRow[] }) {
  const { administration } = ui.t;
  return (
    <aside aria-label={administration.story}>
      <section>
        <h2 class="filet">{administration.story}</h2>
        <Story ui={ui} rows={rows} />
      </section>
    </aside>
  );
}
