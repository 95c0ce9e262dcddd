import type { CoverableFile } from '../../src/desk/documents/coverable-file.js';
import type { Area } from '../../src/uploads/cleaning/covers.js';
import { titleOfDocument } from '../kit/documents/file-facts.js';
import { ErrorSummary, Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import type { Ui } from '../kit/ui.js';

export interface BlackOutPageProps {
  ui: Ui;
  submission: string;
  document: string;
  file: CoverableFile;
  /** Places that were found, or ticked before; null where nothing was looked for yet. */
  places: readonly { value: string; line: string; page: number }[] | null;
  /** What is shown as covered. */
  covered: readonly Area[];
  written: { version: number; words: string; areas: string; drop: string; forget?: 'yes' | undefined };
  errors: FormErrors | null;
}

/** A drawn page, with what will be covered in black over it. */
function CoveredPage({ ui, base, page, covered }: { ui: Ui; base: string; page: number; covered: readonly Area[] }) {
  const own = covered.filter((area) => area.page === page);
  const words = ui.t.blackOut;
  return (
    <li id={`page-${page}`}>
      <p class="ui meta">{ui.t.documents.page(page)}</p>
      <div class="covering" data-covering={page}>
        <img
          src={`${base}/pages/${page}.jpg`}
          alt={own.length === 0 ? '' : words.drawn(own.length)}
          class="leafed"
          loading="lazy"
        />
        <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">
          {own.map(({ left, top, width, height }) => (
            <rect x={left} y={top} width={width} height={height} />
          ))}
        </svg>
      </div>
    </li>
  );
}

/** « Caviarder »: words, pages and rectangles to cover, what that will look like, and then the deed. */
export function BlackOutPage(props: BlackOutPageProps) {
  const { ui, submission, document, file, places, covered, written, errors } = props;
  const words = ui.t.blackOut;
  const base = `/desk/submissions/${submission}/documents/${document}`;
  const shared = { ui, errors, prefix: 'black-out' };
  const looked = places !== null;
  return (
    <Layout ui={ui} title={words.title} section="desk" desk noindex>
      <nav class="trail ui" aria-label={ui.t.site.trail}>
        <a href="/desk">{ui.t.desk.title}</a> <a href={`/desk/submissions/${submission}`}>{words.back}</a>
      </nav>
      <div class="title">
        <h1>{words.titleOf(titleOfDocument(ui, file))}</h1>
        <p class="lede">{words.lede}</p>
      </div>
      <div class="column stack">
        <form class="form slip" method="post" action={base} data-black-out>
          <ErrorSummary ui={ui} errors={errors} />
          <input type="hidden" name="version" value={written.version} />
          {file.kind === 'pdf' && (
            <>
              <Field
                {...shared}
                name="words"
                label={words.words}
                hint={words.wordsHint}
                value={written.words}
                rows={3}
              />
              <Field {...shared} name="drop" label={words.drop} hint={words.dropHint} value={written.drop} />
            </>
          )}
          <Field {...shared} name="areas" label={words.areas} hint={words.areasHint} value={written.areas} rows={3} />
          {places !== null && places.length > 0 && (
            <fieldset class="form">
              <legend>{words.found}</legend>
              {places.map(({ value, line, page }) => (
                <label class="pick">
                  <input type="checkbox" name="tick" value={value} checked /> {words.place(page, line)}
                </label>
              ))}
            </fieldset>
          )}
          {looked && places.length === 0 && written.words.trim() !== '' && <p role="status">{words.notFound}</p>}
          {looked && (
            <label class="pick">
              <input type="checkbox" name="forget" value="yes" checked={written.forget === 'yes'} /> {words.forget}
            </label>
          )}
          <p class="acts">
            <button class={looked ? 'b' : 'b do'} type="submit" name="action" value="look">
              {words.look}
            </button>{' '}
            {looked && (
              <button class="b do" type="submit" name="action" value="blackout">
                {words.send}
              </button>
            )}
          </p>
        </form>
        {file.former !== null && (
          <form class="form slip" method="post" action={base}>
            <input type="hidden" name="version" value={written.version} />
            <p>{words.formerHint}</p>
            <p class="acts">
              <button class="b" type="submit" name="action" value="former">
                {words.former}
              </button>
            </p>
          </form>
        )}
        <section aria-labelledby="pages">
          <h2 class="filet" id="pages">
            {looked ? words.willBe : ui.t.documents.lookAt}
          </h2>
          <ol class="docs">
            {Array.from({ length: file.drawn }, (_, at) => (
              <CoveredPage ui={ui} base={base} page={at + 1} covered={covered} />
            ))}
          </ol>
        </section>
      </div>
    </Layout>
  );
}
