import type { ComponentChild } from 'preact';
import { Leaf, nameOf, RoleName } from '../kit/author.js';
import type { VisibleThread } from '../../src/threads/visible.js';
import type { Facts } from '../../src/submissions/thread-facts/facts.js';
import { FactsList } from '../kit/facts/facts.js';
import type { FormErrors } from '../kit/form-errors.js';
import { HeldPieces } from '../kit/documents/held-pieces.js';
import { Layout } from '../kit/layout.js';
import type { PreviewedTarget } from './previewed-target.js';
import { type PreviewedSeries, SeriesDates } from './series-dates.js';
import { RefusedThings } from './refused-things.js';
import { SimilarThreads } from '../kit/similar-threads.js';
import { Steps } from '../kit/steps.js';
import { WritingForm } from './writing-form.js';
import { signature, type Writer, type Written } from '../kit/written.js';
import type { Ui } from '../kit/ui.js';
import { typeset } from '../kit/typeset.js';

export interface PreviewPageProps {
  ui: Ui;
  to: PreviewedTarget;
  writer: Writer;
  /** What was typed, with the key that this preview gives. */
  written: Written & { key: string };
  /** The text as everyone will see it, from the server's renderer. */
  html: string;
  /** What the thread would be about, as it was read. */
  facts: Facts | null;
  /** The dates that follow from a rule, where one was asked for. */
  series: PreviewedSeries | null;
  /** What else its author should know before sending: what there is already. */
  beside: ComponentChild;
  /** What screening says of this text: read first, or published at once; never for which of its reasons. */
  held: boolean;
  /** Where it opens a thread: those with a title like this one. */
  similar: readonly VisibleThread[];
  errors: FormErrors | null;
  usualDelay: number | null;
}

/** What is sent of the facts: in the place of a rule the dates that it gave. */
function sentFacts({ written, facts, series }: Pick<PreviewPageProps, 'written' | 'facts' | 'series'>) {
  if (facts === null || series === null) return facts === null ? {} : written.facts;
  const [start, end] = (['start', 'end'] as const).map((field) => series.dates.map((date) => date[field]));
  return { ...written.facts, start, end, repeat: '', until: '' };
}

export function PreviewPage(props: PreviewPageProps) {
  const { ui, to, writer, written, html, facts, beside, series, held, similar, errors, usualDelay } = props;
  const { write } = ui.t;
  const author = writer.kind === 'guest' ? { name: written.name, role: 'guest' as const } : writer;
  const sent = {
    ...(to.titled ? { title: written.title } : {}),
    text: written.text,
    ...(writer.kind === 'guest' ? { name: written.name, email: written.email } : {}),
    ...to.hidden,
    ...sentFacts(props),
    as: signature(writer),
    key: written.key,
  };
  const files = (written.documents ?? []).map((each) => ({
    upload: each.upload,
    uploadTitle: each.title,
    uploadText: each.text,
    uploadOrigin: each.origin,
    uploadFrom: each.from,
    uploadNature: each.nature,
    uploadDated: each.dated,
  }));
  return (
    <Layout ui={ui} title={write.previewTitle} section="threads" noindex>
      <Steps ui={ui} at={1} />
      <div class="title">
        <h1>{write.previewTitle}</h1>
        <p class="lede">{write.previewLede}</p>
      </div>
      <div class="beside">
        <div class="column stack">
          <article class="post as-seen">
            <Leaf ui={ui} author={author} />
            <header class="post-head">
              <p class="who">{nameOf(ui, author)}</p> <RoleName ui={ui} role={author.role} />{' '}
              <p class="meta">
                <span>{write.previewNow}</span>
              </p>
            </header>
            {to.titled && <h2 class="as-title">{typeset(ui, written.title)}</h2>}
            <div class="text" dangerouslySetInnerHTML={{ __html: html }} />
            {facts !== null && <FactsList ui={ui} facts={facts} />}
            <HeldPieces ui={ui} held={written.documents ?? []} base={null} />
          </article>
          {errors === null && (
            <form class="form" method="post" action={to.action} data-sending={to.draft}>
              {written.documents !== undefined && <input type="hidden" name="upload" value="" />}
              {files.flatMap((each) =>
                Object.entries(each).map(([name, value]) => <input type="hidden" name={name} value={value} />),
              )}
              {Object.entries(sent).flatMap(([name, value]) =>
                [value].flat().map((each) => <input type="hidden" name={name} value={each} />),
              )}
              {series !== null && <SeriesDates ui={ui} series={series} />}
              <p class="acts">
                <button class="b do" type="submit">
                  {write.send}
                </button>{' '}
                <a class="b" href="#change">
                  {write.changeBelow}
                </a>{' '}
                <a class="q" href={to.href}>
                  {write.cancel}
                </a>
              </p>
              <p class="hint">
                {held ? write.previewHeld : write.previewAtOnce}
                {writer.kind === 'guest' && <> {write.willFollow}</>}
                {held && usualDelay !== null && <> {write.usualDelay(ui.dates.duration(usualDelay))}</>}
              </p>
            </form>
          )}
          <section class="slip" aria-labelledby="change">
            <h2 id="change">{write.change}</h2>
            <WritingForm
              ui={ui}
              action={to.action}
              place={to.draft}
              writer={writer}
              written={written}
              errors={errors}
              titled={to.titled}
              facts={facts?.of}
              after={null}
              sendable={false}
              hidden={to.hidden}
              previewWords={write.previewAgain}
              rows={9}
            />
          </section>
        </div>
        <aside aria-label={write.about}>
          <section>
            <h2 class="filet">{to.heading}</h2>
            <h3>
              <a href={to.href}>{to.words}</a>
            </h3>
          </section>
          {beside}
          <SimilarThreads ui={ui} threads={similar} />
          <RefusedThings ui={ui} />
        </aside>
      </div>
    </Layout>
  );
}
