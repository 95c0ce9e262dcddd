import type { Question } from '../../src/threads/questions.js';
import type { VisiblePost, VisibleThread } from '../../src/threads/visible.js';
import { categoryAddress, postAddress, questionsAddress, threadAddress, writingAddress } from '../kit/address.js';
import { AuthorName, RoleName } from '../kit/author.js';
import { Layout } from '../kit/layout.js';
import { PagesNav } from '../kit/pages-nav.js';
import { titleOf } from '../kit/thread-row.js';
import { Time } from '../kit/time.js';
import { Trail } from '../kit/trail.js';
import type { Ui } from '../kit/ui.js';

export interface QuestionsPageProps {
  ui: Ui;
  thread: VisibleThread;
  questions: Question[];
  /** From 1 to `pages`. */
  page: number;
  pages: number;
  /** Whether those who get this page may answer. */
  answerable: boolean;
}

/** Who wrote it and when, which leads to it in the thread. */
function By({ ui, post }: { ui: Ui; post: VisiblePost }) {
  return (
    <p class="meta">
      <AuthorName ui={ui} author={post.author} /> <RoleName ui={ui} role={post.author.role} />{' '}
      <a href={postAddress(post.thread, post.number)}>
        {ui.t.read.number(post.number)} <Time ui={ui} at={post.publishedAt} />
      </a>
    </p>
  );
}

function Asked({ ui, question, answerable }: { ui: Ui; question: Question; answerable: boolean }) {
  const { asking, read } = ui.t;
  const { post, answers, more } = question;
  return (
    <li
      id={`question-${post.number}`}
      data-question={post.number}
      data-answered={answers.length > 0 ? true : undefined}
    >
      <section class="slip" aria-label={asking.numbered(post.number)}>
        <By ui={ui} post={post} />
        <div class="text" dangerouslySetInnerHTML={{ __html: post.html }} />
        {answers.length === 0 && <p class="hint">{asking.unanswered}</p>}
        {answers.map((answer) => (
          <div class="quote" data-answer={answer.number}>
            <By ui={ui} post={answer} />
            <div class="text" dangerouslySetInnerHTML={{ __html: answer.html }} />
          </div>
        ))}
        {more && (
          <p class="hint">
            <a href={postAddress(post.thread, post.number)}>{asking.more}</a>
          </p>
        )}
        {answerable && (
          <p class="acts">
            <a class="q" href={`/thread/${post.thread}/replies/new?to=${post.number}`} rel="nofollow">
              {read.reply}
              <span class="vh">{read.replyTo(post.number)}</span>
            </a>
          </p>
        )}
      </section>
    </li>
  );
}

/** What was asked in the thread of a workshop, with its answers. */
export function QuestionsPage({ ui, thread, questions, page, pages, answerable }: QuestionsPageProps) {
  const { asking, reading, read } = ui.t;
  const title = titleOf(ui, thread);
  const heading = asking.heading(title);
  return (
    <Layout ui={ui} title={pages === 1 ? heading : `${heading}, ${read.pageOf(page, pages)}`} section="agenda" noindex>
      <Trail
        ui={ui}
        steps={[
          { href: categoryAddress(thread.category), words: thread.category.name },
          { href: threadAddress(thread), words: title },
        ]}
      />
      <div class="title">
        <h1>{asking.questions}</h1>
        <p class="lede">{questions.length === 0 ? asking.none : asking.lede}</p>
      </div>
      <div class="column stack" data-live-questions={thread.id}>
        <ol class="plain stack" data-questions>
          {questions.map((question) => (
            <Asked ui={ui} question={question} answerable={answerable} />
          ))}
        </ol>
        <PagesNav ui={ui} page={page} pages={pages} address={(to) => questionsAddress(thread, to)} />
        <p class="acts">
          {answerable && (
            <a class="b do" href={writingAddress(thread, { sort: 'question' })} rel="nofollow" data-ask>
              {asking.ask}
            </a>
          )}{' '}
          <a class="b" href={threadAddress(thread)}>
            {reading.back}
          </a>
        </p>
      </div>
    </Layout>
  );
}
