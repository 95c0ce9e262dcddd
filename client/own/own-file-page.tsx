import type { OwnFile } from '../../src/submissions/documents/own-files.js';
import type { TypedDocument } from '../../src/submissions/documents/typed-document.js';
import { BlackOutActs, BlackOutFields, CoveredPages, type Covering } from '../kit/documents/black-out-form.js';
import { measures, Removed, titleOfDocument } from '../kit/documents/file-facts.js';
import { SaidFields } from '../kit/documents/said-fields.js';
import { ErrorSummary } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import type { Ui } from '../kit/ui.js';

export interface OwnFilePageProps {
  ui: Ui;
  /** `/follow/TOKEN` or `/me/submissions/ID`. */
  base: string;
  file: OwnFile;
  /** Whether parts of it can be covered. */
  coverable: boolean;
  said: Omit<TypedDocument, 'upload'>;
  covering: Covering;
  version: number;
  errors: FormErrors | null;
}

interface MoveProps {
  action: string;
  version: number;
  to: number;
  words: string;
}

/** One place up, or down. */
function Move({ action, version, to, words }: MoveProps) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="to" value={to} />
      <button class="b" type="submit" name="action" value="move">
        {words}
      </button>
    </form>
  );
}

function Place({ ui, action, file, version }: { ui: Ui; action: string; file: OwnFile; version: number }) {
  const words = ui.t.blackOut;
  const { place, of } = file;
  if (of === 1) return null;
  return (
    <section class="stack">
      <h2 class="filet">{words.order}</h2>
      <p>{words.orderNow(place, of)}</p>
      <div class="acts">
        {place > 1 && <Move action={action} version={version} to={place - 1} words={words.earlier} />}{' '}
        {place < of && <Move action={action} version={version} to={place + 1} words={words.later} />}
      </div>
    </section>
  );
}

/** One file of what its author has sent and nobody has decided on: its words, its place, what is covered in it. */
export function OwnFilePage(props: OwnFilePageProps) {
  const { ui, base, file, coverable, said, covering, version, errors } = props;
  const words = ui.t.blackOut;
  const action = `${base}/documents/${file.id}`;
  const name = titleOfDocument(ui, { title: file.said.title, kind: file.kind });
  return (
    <Layout ui={ui} title={words.ownTitle(name)} noindex>
      <nav class="trail ui" aria-label={ui.t.site.trail}>
        <a href={base}>{words.back}</a>
      </nav>
      <div class="title">
        <h1>{words.ownTitle(name)}</h1>
        <p class="lede">{words.ownLede}</p>
      </div>
      <div class="column stack">
        <ErrorSummary ui={ui} errors={errors} />
        <p class="ui meta">{measures(ui, file)}</p>
        <Removed ui={ui} removed={file.removed} />
        <section class="stack">
          <h2 class="filet">{words.said}</h2>
          <form class="form slip" method="post" action={action}>
            <input type="hidden" name="version" value={version} />
            <SaidFields ui={ui} kind={file.kind} said={said} errors={errors} prefix="own" />
            <p class="acts">
              <button class="b do" type="submit" name="action" value="title">
                {words.save}
              </button>
            </p>
          </form>
        </section>
        <Place ui={ui} action={action} file={file} version={version} />
        {coverable && (
          <>
            <section class="stack">
              <h2 class="filet">{words.title}</h2>
              <p>{words.ownHint}</p>
              <form class="form slip" method="post" action={action} data-black-out>
                <input type="hidden" name="version" value={version} />
                <BlackOutFields ui={ui} kind={file.kind} covering={covering} errors={errors} />
                <BlackOutActs ui={ui} looked={covering.places !== null} />
              </form>
            </section>
            <CoveredPages ui={ui} base={action} drawn={file.drawn} covering={covering} />
          </>
        )}
        <section class="stack">
          <h2 class="filet">{words.remove}</h2>
          <form class="form" method="post" action={action}>
            <input type="hidden" name="version" value={version} />
            <p class="hint">{words.removeHint}</p>
            <p class="acts">
              <button class="b no" type="submit" name="action" value="remove">
                {words.remove}
              </button>
            </p>
          </form>
        </section>
      </div>
    </Layout>
  );
}
