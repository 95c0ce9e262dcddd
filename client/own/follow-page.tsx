import type { EarlierVersion, FollowedSubmission } from '../../src/submissions/followed.js';
import { threadAddress } from '../kit/address.js';
import { Field } from '../kit/field.js';
import { FollowedActs, type FollowedWritten } from './followed-acts.js';
import { Earlier, Followed, headingOf } from './followed.js';
import { FollowedTitle } from './followed-title.js';
import type { TypedFacts } from '../../src/submissions/thread-facts/facts.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Layout } from '../kit/layout.js';
import type { Ui } from '../kit/ui.js';
import { WhoReads } from './who-reads.js';

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
  return (
    <Layout ui={ui} title={headingOf(ui, submission)} noindex>
      <div data-live-follow={token}>
        <FollowedTitle ui={ui} submission={submission} usualDelay={usualDelay} />
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
          <WhoReads ui={ui} />
        </div>
      </div>
    </Layout>
  );
}
