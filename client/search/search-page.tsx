import type { FoundDocuments } from '../../src/documents/library.js';
import type { Found, Unasked } from '../../src/search/search.js';
import { LibraryRow } from '../kit/documents/library-row.js';
import { Layout } from '../kit/layout.js';
import { OlderNav } from '../kit/pages-nav.js';
import { HitRow } from './hit-row.js';
import { searchAddress, searchFeedAddress } from '../kit/search-address.js';
import { SearchForm, type SearchFormProps } from './search-form.js';

export interface SearchPageProps extends SearchFormProps {
  /** What was found, or why nothing was looked for; null where a field is wrong. */
  found: Found | Unasked | null;
  /** Where documents were looked for: those that were found. */
  documents?: FoundDocuments;
  /** Whether these are not the first results. */
  further: boolean;
}

/** How many there are, and by what they stand in this order. */
function Counted({ ui, typed, found }: Pick<SearchPageProps, 'ui' | 'typed'> & { found: Found }) {
  const { search } = ui.t;
  const other = found.sort === 'date' ? '' : 'date';
  return (
    <p class="ui" role="status">
      <b>{search.total(found.total)}</b>
      {found.among !== null && ` ${search.among(found.among)}`}
      {'. '}
      {found.sort === 'date' ? search.newestFirst : search.closestFirst}
      {found.total > 1 && typed.q !== '' && (
        <>
          {' ; '}
          <a href={searchAddress({ ...typed, sort: other })}>
            {other === 'date' ? search.newestFirstLink : search.closestFirstLink}
          </a>
        </>
      )}
    </p>
  );
}

/** What was typed, with another word in the place of one; the word alone where the box writes it in another way. */
function withWord(asked: string, word: string, meant: string): string {
  const at = asked.toLowerCase().indexOf(word);
  return at === -1 ? meant : `${asked.slice(0, at)}${meant}${asked.slice(at + word.length)}`;
}

function NothingFound({ ui, typed, found }: Pick<SearchPageProps, 'ui' | 'typed'> & { found: Found }) {
  const { search } = ui.t;
  return (
    <section class="column" aria-labelledby="none">
      <h2 class="filet" id="none">
        {search.none}
      </h2>
      <p role="status">{typed.q === '' ? search.noneSuch : search.noneOf(typed.q)}</p>
      {found.suggestions.map(({ typed: word, word: meant }) => (
        <p data-suggestion>
          {search.perhaps}{' '}
          <a href={searchAddress({ ...typed, q: withWord(typed.q, word, meant) })}>
            <b>{meant}</b>
          </a>
        </p>
      ))}
      <p class="hint">{search.waitingNotSearched}</p>
    </section>
  );
}

/** Documents, as the library shows them; their number is not counted. */
function FoundPapers({
  ui,
  typed,
  documents,
  further,
}: Pick<SearchPageProps, 'ui' | 'typed' | 'further'> & { documents: FoundDocuments }) {
  const { search } = ui.t;
  return (
    <section class="found" aria-labelledby="found">
      <h2 class="filet" id="found">
        {ui.t.documents.library}
      </h2>
      {documents.rows.length === 0 ? (
        <p role="status">{documents.smallOnly ? ui.t.documents.smallOnly : ui.t.documents.none}</p>
      ) : (
        <ul class="docs wall library">
          {documents.rows.map((row) => (
            <LibraryRow ui={ui} found={row} heading="h3" />
          ))}
        </ul>
      )}
      <OlderNav
        ui={ui}
        newest={further ? searchAddress(typed) : null}
        older={documents.next === null ? null : searchAddress({ ...typed, from: documents.next })}
        words={{ older: search.next, newest: search.first }}
      />
    </section>
  );
}

export function SearchPage({ ui, typed, errors, categories, found, documents, further }: SearchPageProps) {
  const { search } = ui.t;
  const results = typeof found === 'object' ? found : null;
  const feeds =
    results === null ? undefined : { atom: searchFeedAddress(typed, 'atom'), rss: searchFeedAddress(typed, 'rss') };
  return (
    <Layout ui={ui} title={typed.q === '' ? search.title : search.titleOf(typed.q)} noindex feeds={feeds}>
      <div class="title">
        <h1>{search.title}</h1>
      </div>
      <SearchForm ui={ui} typed={typed} errors={errors} categories={categories} />
      {typeof found === 'string' && found !== 'nothing' && (
        <p class="slip" role="status">
          {search.unasked[found]}
        </p>
      )}
      {documents !== undefined && <FoundPapers ui={ui} typed={typed} documents={documents} further={further} />}
      {results !== null && results.total === 0 && <NothingFound ui={ui} typed={typed} found={results} />}
      {results !== null && results.total > 0 && (
        <section class="found" aria-labelledby="found">
          <h2 class="vh" id="found">
            {search.results}
          </h2>
          <Counted ui={ui} typed={typed} found={results} />
          <ol class="rows">
            {results.rows.map((hit) => (
              <HitRow ui={ui} hit={hit} />
            ))}
          </ol>
          <OlderNav
            ui={ui}
            newest={further ? searchAddress(typed) : null}
            older={results.next === null ? null : searchAddress({ ...typed, from: results.next })}
            words={{ older: search.next, newest: search.first }}
          />
        </section>
      )}
    </Layout>
  );
}
