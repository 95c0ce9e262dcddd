import type { VisibleArticle, VisibleCategory, VisibleThread } from '../../src/threads/visible.js';
import { categoryAddress, postAddress, sectionAddress, threadAddress } from '../parts/address.js';
import { Leaf, nameOf, RoleName } from '../parts/author.js';
import type { FormErrors } from '../parts/form-errors.js';
import { Layout } from '../parts/layout.js';
import { RefusedThings } from '../parts/refused-things.js';
import { wordsAfterSending } from '../parts/reply-form.js';
import type { SignedWords } from '../parts/section-box.js';
import { Steps } from '../parts/steps.js';
import { titleOf } from '../parts/thread-row.js';
import { WritingForm } from '../parts/writing-form.js';
import { signature, type Writer, type Written } from '../parts/written.js';
import type { Ui } from '../ui.js';
import { typeset } from '../parts/typeset.js';

export type PreviewPlace =
  | { kind: 'thread'; category: VisibleCategory }
  | { kind: 'reply'; thread: VisibleThread; replyTo: number | null }
  | {
    kind: 'comment'; category: VisibleCategory; article: VisibleArticle; thread: VisibleThread | null; replyTo: number | null;
    signed: SignedWords | null;
  }
  | { kind: 'edit'; thread: VisibleThread; number: number; version: number };

export interface PreviewPageProps {
  ui: Ui;
  place: PreviewPlace;
  writer: Writer;
  /** What was typed, with the key that this preview gives. */
  written: Written & { key: string };
  /** The text as everyone will see it, from the server's renderer. */
  html: string;
  errors: FormErrors | null;
  usualDelay: number | null;
}

interface Whither {
  heading: string;
  href: string;
  words: string;
  category: VisibleCategory;
  titled: boolean;
  action: string;
  draft: string;
  hidden: Record<string, string | number>;
}

function whither(ui: Ui, place: PreviewPlace): Whither {
  const { write } = ui.t;
  if (place.kind === 'thread') {
    const { category } = place;
    return {
      heading: write.youOpenIn, href: categoryAddress(category), words: category.name, category, titled: true,
      action: `/category/${category.slug}/threads`, draft: `thread:${category.slug}`, hidden: {},
    };
  }
  if (place.kind === 'comment') {
    const { article, category, replyTo, signed } = place;
    return {
      heading: write.youReplyTo, href: sectionAddress(article), words: article.title, category, titled: false,
      action: `${sectionAddress(article)}/comments`, draft: `comment:${article.site}:${article.identifier}`,
      hidden: { ...(replyTo === null ? {} : { replyTo }), ...signed },
    };
  }
  const { thread } = place;
  const shared = { words: titleOf(ui, thread), category: thread.category };
  if (place.kind === 'reply') {
    return {
      ...shared, heading: write.youReplyTo, href: threadAddress(thread), titled: false, action: `/thread/${thread.id}/replies`,
      draft: `reply:${thread.id}`, hidden: place.replyTo === null ? {} : { replyTo: place.replyTo },
    };
  }
  const post = postAddress(thread.id, place.number);
  return {
    ...shared, heading: write.youEdit, href: post, titled: place.number === 1 && thread.article === null, action: `${post}/edits`,
    draft: `edit:${thread.id}:${place.number}`, hidden: { version: place.version },
  };
}

export function PreviewPage({ ui, place, writer, written, html, errors, usualDelay }: PreviewPageProps) {
  const { write } = ui.t;
  const to = whither(ui, place);
  const author = writer.kind === 'guest' ? { name: written.name, role: 'guest' as const } : writer;
  const sent = { ...(to.titled ? { title: written.title } : {}), text: written.text, ...(writer.kind === 'guest' ? { name: written.name, email: written.email } : {}), ...to.hidden, as: signature(writer), key: written.key };
  return (
    <Layout ui={ui} title={write.previewTitle} section="threads" noindex>
      <Steps ui={ui} at={1} />
      <div class="title"><h1>{write.previewTitle}</h1><p class="lede">{write.previewLede}</p></div>
      <div class="beside">
        <div class="column stack">
          <article class="post as-seen">
            <Leaf ui={ui} author={author} />
            <header class="post-head">
              <p class="who">{nameOf(ui, author)}</p> <RoleName ui={ui} role={author.role} /> <p class="meta"><span>{write.previewNow}</span></p>
            </header>
            {to.titled && <h2 class="as-title">{typeset(ui, written.title)}</h2>}
            <div class="text" dangerouslySetInnerHTML={{ __html: html }} />
          </article>
          {errors === null && (
            <form class="form" method="post" action={to.action} data-sending={to.draft}>
              {Object.entries(sent).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
              <p class="acts"><button class="b do" type="submit">{write.send}</button> <a class="b" href="#change">{write.changeBelow}</a> <a class="q" href={to.href}>{write.cancel}</a></p>
              <p class="hint">
                {wordsAfterSending(ui, to.category, writer)}
                {usualDelay !== null && to.category.hold !== 'nobody' && <> {write.usualDelay(ui.dates.duration(usualDelay))}</>}
              </p>
            </form>
          )}
          <section class="slip" aria-labelledby="change">
            <h2 id="change">{write.change}</h2>
            <WritingForm
              ui={ui} action={to.action} place={to.draft} writer={writer} written={written} errors={errors} titled={to.titled}
              after={null} sendable={false} hidden={to.hidden} previewWords={write.previewAgain} rows={9}
            />
          </section>
        </div>
        <aside aria-label={write.about}>
          <section><h2 class="filet">{to.heading}</h2><h3><a href={to.href}>{to.words}</a></h3></section>
          <RefusedThings ui={ui} />
        </aside>
      </div>
    </Layout>
  );
}
