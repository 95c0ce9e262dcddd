import type { VisibleArticle, VisibleCategory, VisibleThread } from '../../src/threads/visible.js';
import { categoryAddress, sectionAddress } from '../kit/address.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { RefusedThings } from './refused-things.js';
import { SectionBox, type SignedWords } from './section-box.js';
import { SectionClosed } from './section-closed.js';
import { SectionFoot } from './section-foot.js';
import { SectionHead } from './section-head.js';
import { Slot } from '../kit/slot.js';
import { Trail } from '../kit/trail.js';
import type { Writer, Written } from '../kit/written.js';
import type { Ui } from '../kit/ui.js';

export interface SectionPageProps {
  ui: Ui;
  article: VisibleArticle;
  category: VisibleCategory;
  /** Null before the first comment is published. */
  thread: VisibleThread | null;
  /** The content of the form; null leaves a slot in its place, for a page that is kept. */
  box: null | {
    writer: Writer;
    written: Written;
    errors: FormErrors | null;
    refused: string | null;
  };
  replyTo: number | null;
  signed: SignedWords | null;
  usualDelay: number | null;
}

/** The section of an article as long as it has no comment, and its form when it comes back. */
export function SectionPage({ ui, article, category, thread, box, replyTo, signed, usualDelay }: SectionPageProps) {
  const { section } = ui.t;
  return (
    <Layout ui={ui} title={article.title} section="threads" noindex>
      <Trail
        ui={ui}
        steps={[
          { href: categoryAddress(category), words: category.name },
          ...(thread === null ? [] : [{ href: sectionAddress(article), words: section.heading }]),
        ]}
      />
      <div class="title">
        <SectionHead ui={ui} article={article} thread={thread} />
      </div>
      <div class="beside">
        <div class="column stack">
          {thread === null && <p>{section.none}</p>}
          <div data-mine>
            <Slot name="mine" />
          </div>
          {box === null ? (
            <Slot name="writing" />
          ) : box.refused !== null && box.errors === null ? (
            <SectionClosed ui={ui} article={article} why={box.refused} signed={signed} />
          ) : (
            <SectionBox
              ui={ui}
              article={article}
              marks
              {...box}
              replyTo={replyTo}
              signed={signed}
              usualDelay={usualDelay}
            />
          )}
          <SectionFoot ui={ui} article={article} signed={signed} />
        </div>
        <aside aria-label={ui.t.write.about}>
          <RefusedThings ui={ui} />
        </aside>
      </div>
    </Layout>
  );
}
