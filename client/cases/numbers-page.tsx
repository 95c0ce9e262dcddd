import type { Numbers, Wait } from '../../src/cases/case-numbers.js';
import { casesAddress } from '../kit/address.js';
import { Layout } from '../kit/layout.js';
import { Trail } from '../kit/trail.js';
import type { Ui } from '../kit/ui.js';

/** What a table program and a map program read; their names are those of the files. */
const FILES = ['/cases/numbers.csv', '/cases.csv', '/steps.csv', '/cases.geojson'];

interface CountedLine {
  words: string;
  href: string | null;
  count: number;
}

/** A table whose second column is drawn as well: the bars say nothing that the numbers do not. */
function CountTable({
  caption,
  of,
  lines,
  heading,
}: {
  caption: string;
  of: string;
  heading: string;
  lines: CountedLine[];
}) {
  const most = Math.max(1, ...lines.map(({ count }) => count));
  return (
    <table class="counted">
      <caption>
        {caption} <span class="hint">{of}</span>
      </caption>
      <thead class="vh">
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col">{caption}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ words, href, count }) => (
          <tr>
            <th scope="row">{href === null ? words : <a href={href}>{words}</a>}</th>
            <td>
              <svg width="100%" height="14" aria-hidden="true" focusable="false">
                <rect class="bar" width={`${((100 * count) / most).toFixed(1)}%`} height="14" />
              </svg>
              {count}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function waitWords(ui: Ui, { median, of }: Wait): string {
  const { cases } = ui.t;
  return median === null ? cases.tooFew(of) : cases.months(median, of);
}

/** What can be counted of all cases, each number with how many it is made of. */
export function NumbersPage({ ui, numbers }: { ui: Ui; numbers: Numbers }) {
  const { cases } = ui.t;
  const requests = numbers.requests.reduce((sum, { count }) => sum + count, 0);
  return (
    <Layout ui={ui} title={cases.numbersTitle} section="cases">
      <Trail ui={ui} steps={[{ href: '/cases', words: cases.title }]} />
      <div class="title">
        <h1>{cases.numbersTitle}</h1>
        <p class="lede">{cases.numbersLede}</p>
        <p class="acts">
          {FILES.map((path) => (
            <>
              <a class="q" href={path}>
                {path.slice(path.lastIndexOf('/') + 1)}
              </a>{' '}
            </>
          ))}
        </p>
      </div>
      <div class="stack numbers">
        <CountTable
          caption={cases.fields.status}
          heading={cases.fields.status}
          of={cases.ofCases(numbers.cases)}
          lines={numbers.byStatus.map(({ key, count }) => ({
            words: cases.statuses[key],
            href: casesAddress({ status: key }),
            count,
          }))}
        />
        <CountTable
          caption={cases.fields.themes}
          heading={cases.fields.theme}
          of={cases.ofCases(numbers.cases)}
          lines={numbers.byTheme.map(({ key, count }) => ({
            words: ui.theme(key),
            href: casesAddress({ theme: key }),
            count,
          }))}
        />
        <CountTable
          caption={cases.requestsCaption}
          heading={cases.fields.status}
          of={cases.ofRequests(requests)}
          lines={numbers.requests.map(({ key, count }) => ({ words: cases.requestStates[key], href: null, count }))}
        />
        {numbers.waits.length > 0 && (
          <div class="scroll" tabIndex={0} role="region" aria-label={cases.waitsCaption}>
            <table class="counted">
              <caption>
                {cases.waitsCaption} <span class="hint">{cases.waitsHint}</span>
              </caption>
              <thead>
                <tr>
                  <th scope="col">{cases.fields.authority}</th>
                  <th scope="col">{cases.requestsCaption}</th>
                  <th scope="col">{cases.toAnswer}</th>
                  <th scope="col">{cases.toDocuments}</th>
                  <th scope="col">{cases.inTime}</th>
                </tr>
              </thead>
              <tbody>
                {numbers.waits.map((wait) => (
                  <tr>
                    <th scope="row">{cases.authorities[wait.authority]}</th>
                    <td>{wait.requests}</td>
                    <td>{waitWords(ui, wait.toAnswer)}</td>
                    <td>{waitWords(ui, wait.toDocuments)}</td>
                    <td>{cases.shareOf(wait.inTime.count, wait.inTime.of)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
    </Layout>
  );
}
