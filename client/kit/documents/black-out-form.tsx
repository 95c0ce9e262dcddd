import type { FileKind } from '../../../src/documents/visible-document.js';
import type { Area } from '../../../src/uploads/cleaning/covers.js';
import { Field } from '../field.js';
import type { FormErrors } from '../form-errors.js';
import type { Ui } from '../ui.js';

/** Where a word that was looked for stands. */
interface FoundPlace {
  /** As a tick names it. */
  value: string;
  line: string;
  page: number;
  ticked: boolean;
  /** The place with its line, by which a form that comes back knows what it has listed. */
  found: string;
}

/** What was looked for and typed in a form that blacks a file out. */
export interface Covering {
  /** Places that were found, or ticked before; null where nothing was looked for yet. */
  places: readonly FoundPlace[] | null;
  /** Whether there are more of them than are listed. */
  more: boolean;
  /** What is shown as covered. */
  covered: readonly Area[];
  written: { words: string; areas: string; drop: string };
}

interface FieldsProps {
  ui: Ui;
  kind: FileKind | null;
  covering: Covering;
  errors: FormErrors | null;
}

/** Words, pages and rectangles to cover, and a tick for each place where the words stand. */
export function BlackOutFields({ ui, kind, covering, errors }: FieldsProps) {
  const words = ui.t.blackOut;
  const { places, more, written } = covering;
  const shared = { ui, errors, prefix: 'black-out' };
  return (
    <>
      {kind === 'pdf' && (
        <>
          <Field {...shared} name="words" label={words.words} hint={words.wordsHint} value={written.words} rows={3} />
          <Field {...shared} name="drop" label={words.drop} hint={words.dropHint} value={written.drop} />
        </>
      )}
      <Field {...shared} name="areas" label={words.areas} hint={words.areasHint} value={written.areas} rows={3} />
      {places !== null && places.length > 0 && (
        <fieldset class="form">
          <legend>{words.found}</legend>
          {places.map(({ value, line, page, ticked, found }) => (
            <label class="pick">
              <input type="hidden" name="found" value={found} />
              <input type="checkbox" name="tick" value={value} checked={ticked} /> {words.place(page, line)}
            </label>
          ))}
          {more && <p class="hint">{words.morePlaces}</p>}
        </fieldset>
      )}
      {places !== null && places.length === 0 && written.words.trim() !== '' && <p role="status">{words.notFound}</p>}
    </>
  );
}

/** « Montrer ce qui sera couvert », and once that was shown the deed. */
export function BlackOutActs({ ui, looked }: { ui: Ui; looked: boolean }) {
  const words = ui.t.blackOut;
  return (
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
  );
}

interface PagesProps {
  ui: Ui;
  /** Below which address its drawn pages lie: `…/pages/1.jpg`. */
  base: string;
  drawn: number;
  covering: Covering;
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

/** All pages that are drawn, as they will be. A script shows the bar, by which a finger draws. */
export function CoveredPages({ ui, base, drawn, covering }: PagesProps) {
  const words = ui.t.blackOut;
  return (
    <section aria-labelledby="pages">
      <h2 class="filet" id="pages">
        {covering.places === null ? ui.t.documents.lookAt : words.willBe}
      </h2>
      <p class="acts covering-tools" data-covering-tools hidden>
        <button class="b" type="button" aria-pressed="false" data-finger>
          {words.finger}
        </button>{' '}
        <button class="b" type="button" data-last>
          {words.dropLast}
        </button>
      </p>
      <ol class="docs">
        {Array.from({ length: drawn }, (_, at) => (
          <CoveredPage ui={ui} base={base} page={at + 1} covered={covering.covered} />
        ))}
      </ol>
    </section>
  );
}
