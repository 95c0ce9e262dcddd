import type { VisibleArticle, VisibleCategory, VisibleThread } from '../../src/threads/visible.js';
import { categoryAddress, sectionAddress } from '../parts/address.js';
import type { FormErrors } from '../parts/form-errors.js';
import { Layout } from '../parts/layout.js';
import { RefusedThings } from '../parts/refused-things.js';
import { SectionBox, SectionClosed, type SignedWords } from '../parts/section-box.js';
import { SectionFoot } from '../parts/section-foot.js';
import { SectionHead } from '../parts/section-head.js';
import { Slot } from '../parts/slot.js';
import { Trail } from '../parts/trail.js';
import type { Writer, Written } from '../parts/written.js';
import type { Ui } from '../ui.js';

export interface SectionPageProps {
  ui: Ui;
  article: VisibleArticle;
  category: VisibleCategory;
  /** Null before the first comment is published. */
  thread: VisibleThread | null;
  /** What stands in the box; null leaves its place open, for a page that is kept. */
  box: null | { hold: VisibleCategory['hold']; writer: Writer; written: Written; errors: FormErrors | null; refused: string | null };
  replyTo: number | null;
  signed: SignedWords | null;
  usualDelay: number | null;
}

/** The section of an article as long as it has no comment, and its form when it comes back. */
export function SectionPage({ ui, article, category, thread, box, replyTo, signed, usualDelay }: SectionPageProps) {
  const { section } = ui.t;
  return (
    <Layout ui={ui} title={article.title} section="threads" noindex>
      <Trail ui={ui} steps={[{ href: categoryAddress(category), words: category.name }, ...(thread === null ? [] : [{ href: sectionAddress(article), words: section.heading }])]} />
      <div class="title"><SectionHead ui={ui} article={article} thread={thread} /></div>
      <div class="beside">
        <div class="column stack">
          {thread === null && <p>{section.none}</p>}
          <div data-mine><Slot name="mine" /></div>
          {box === null
            ? <Slot name="writing" />
            : box.refused !== null && box.errors === null
              ? <SectionClosed ui={ui} article={article} why={box.refused} signed={signed} />
              : <SectionBox ui={ui} article={article} {...box} replyTo={replyTo} signed={signed} usualDelay={usualDelay} />}
          <SectionFoot ui={ui} article={article} signed={signed} />
        </div>
        <aside aria-label={ui.t.write.about}><RefusedThings ui={ui} /></aside>
      </div>
    </Layout>
  );
}
