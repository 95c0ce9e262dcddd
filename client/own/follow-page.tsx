import type { EarlierVersion, FollowedSubmission } from '../../src/submissions/followed.js';
import { threadAddress } from '../kit/address.js';
import { Field } from '../kit/field.js';
import { FollowedActs, type FollowedWritten } from './followed-acts.js';
import { Earlier, Followed, headingOf, stepOf } from './followed.js';
import type { TypedFacts } from '../../src/submissions/thread-facts/facts.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import { Steps } from '../kit/steps.js';
import type { Ui } from '../kit/ui.js';

export interface FollowPageProps {
  ui: Ui;
  submission: FollowedSubmission;
  earlier: EarlierVersion[];
  token: string;
  /** The whole address of this page, to be kept. */
  address: string;
  /** The short code that leads here too; null for submissions that are older than these codes. */
  code: string | null;
  usualDelay: number | null;
  /** Whether the letter that asks about the address has left. */
  letterLeft: boolean;
  /** What came back with an error, or null. */
  written: FollowedWritten | null;
  /** Its facts as their form has them. */
  facts: TypedFacts | null;
  errors: FormErrors | null;
}

export function WhoReads({ ui }: { ui: Ui }) {
  const { write } = ui.t;
  return (
    <section>
      <h2 class="filet">{write.whoReads}</h2>
      <p class="hint">
        {write.whoReadsWords} <a href="/rules">{ui.t.site.rules}</a>
      </p>
    </section>
  );
}

export function FollowPage({
  ui,
  submission,
  earlier,
  token,
  address,
  code,
  usualDelay,
  letterLeft,
  written,
  facts,
  errors,
}: FollowPageProps) {
  const { write } = ui.t;
  const base = `/follow/${token}`;
  const heading = headingOf(ui, submission);
  return (
    <Layout ui={ui} title={heading} noindex>
      <div data-live-follow={token}>
        <Steps ui={ui} at={stepOf(submission)} />
        <div class="title">
          <h1>{heading}</h1>
          {submission.status === 'waiting' && (
            <p class="lede">
              {write.thanksLede}
              {usualDelay !== null && <> {write.usualDelay(ui.dates.duration(usualDelay))}</>}
            </p>
          )}
        </div>
        <div class="beside">
          <div class="stack column">
            <Followed ui={ui} submission={submission} base={base} />
            <Earlier ui={ui} versions={earlier} />
            <FollowedActs
              ui={ui}
              submission={submission}
              base={base}
              written={written}
              facts={facts}
              errors={errors}
              published={{ edits: `${base}/edits`, withdrawal: `${base}/withdrawal` }}
            />
            {submission.status !== 'withdrawn' && (
              <section class="form">
                <h2>{write.keepAddress}</h2>
                <p class="hint">{write.keepAddressWords}</p>
                <div class="field whole">
                  <label for="f-address">{write.followAddress}</label>
                  {/*
                   * More than one line, so that somebody who copies the address by hand sees all of it, on a phone
                   * too.
                   */}
                  <textarea id="f-address" name="address" rows={3} readOnly>{`\n${address}`}</textarea>
                  <button type="button" class="b" data-copy="f-address" data-copied={write.copied} hidden>
                    {write.copy}
                  </button>
                </div>
                {code !== null && (
                  <Field
                    ui={ui}
                    name="code"
                    label={ui.t.section.code}
                    value={code}
                    readonly
                    hint={
                      <>
                        {ui.t.section.codeWords} <a href="/follow">{ui.t.section.findAgain}</a>
                      </>
                    }
                  />
                )}
                {submission.email && (
                  <p class="hint">
                    {!ui.mail
                      ? write.emailKept
                      : submission.emailConfirmed
                        ? ui.t.mail.followConfirmed
                        : letterLeft
                          ? ui.t.mail.followUnconfirmed
                          : ui.t.mail.followUnasked}
                  </p>
                )}
              </section>
            )}
            {/* A comment's own lines lead to its section already. */}
            {submission.thread !== null && submission.article === null && (
              <p class="acts">
                <a class="q" href={threadAddress(submission.thread)}>
                  {write.backToThread}
                </a>
              </p>
            )}
          </div>
          <aside aria-label={write.whoReads}>
            <WhoReads ui={ui} />
          </aside>
        </div>
      </div>
    </Layout>
  );
}
