import { isolated } from '../kit/isolated.js';
import type { VisibleThread } from '../../src/threads/visible.js';
import { categoryAddress, postAddress, threadAddress } from '../kit/address.js';
import { nameOf } from '../kit/author.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { RefusedThings } from './refused-things.js';
import { ReplyForm } from './reply-form.js';
import { Steps } from '../kit/steps.js';
import { titleOf } from '../kit/thread-row.js';
import { Trail } from '../kit/trail.js';
import type { Writer, Written } from '../kit/written.js';
import type { Ui } from '../kit/ui.js';

export interface ReplyPageProps {
  ui: Ui;
  thread: VisibleThread;
  /** The post that is answered, with its excerpt. */
  to: null | { number: number; author: string; excerpt: string };
  /** Whether it asks something, in the thread of a workshop. */
  question?: boolean | undefined;
  writer: Writer;
  /** Its text may begin with a quote. */
  written: Written;
  errors: FormErrors | null;
}

export function ReplyPage({ ui, thread, to, question, writer, written, errors }: ReplyPageProps) {
  const { write, read } = ui.t;
  const title = titleOf(ui, thread);
  return (
    <Layout ui={ui} title={write.replyTo(title)} section="threads" noindex>
      <Trail
        ui={ui}
        steps={[
          { href: categoryAddress(thread.category), words: thread.category.name },
          { href: threadAddress(thread), words: title },
        ]}
      />
      <Steps ui={ui} at={0} />
      <div class="title">
        <h1>{write.reply}</h1>
      </div>
      <div class="beside">
        <div class="column stack">
          {to !== null && (
            <div class="quote">
              <p>{isolated(to.excerpt)}</p>
              <p class="meta">
                <a href={postAddress(thread.id, to.number)}>
                  {write.replyToNumber(to.number, nameOf(ui, { name: to.author }))}
                </a>
              </p>
            </div>
          )}
          <ReplyForm
            ui={ui}
            thread={thread}
            writer={writer}
            written={written}
            errors={errors}
            replyTo={to?.number ?? null}
            question={question}
            heading={false}
          />
        </div>
        <aside aria-label={write.about}>
          <section>
            <h2 class="filet">{write.youReplyTo}</h2>
            <h3>
              <a href={threadAddress(thread)}>{title}</a>
            </h3>
            <p class="ui meta">
              <span>{read.posts(thread.postCount)}</span> <span>{thread.category.name}</span>
            </p>
          </section>
          <RefusedThings ui={ui} />
        </aside>
      </div>
    </Layout>
  );
}
