import type { EarlierVersion, FollowedSubmission } from '../../src/submissions/followed.js';
import { threadAddress } from '../parts/address.js';
import { Field } from '../parts/field.js';
import { FollowedActs } from '../parts/followed-acts.js';
import { Earlier, Followed, headingOf, stepOf } from '../parts/followed.js';
import type { FormErrors } from '../parts/form-errors.js';
import { Layout } from '../parts/layout.js';
import { Steps } from '../parts/steps.js';
import type { Ui } from '../ui.js';

export interface FollowPageProps {
  ui: Ui;
  submission: FollowedSubmission;
  earlier: EarlierVersion[];
  token: string;
  /** The whole address of this page, to be kept. */
  address: string;
  /** Twelve letters that lead here too; null for what was sent before there were any. */
  code: string | null;
  usualDelay: number | null;
  /** What came back with an error, or null. */
  written: { title: string; text: string } | null;
  errors: FormErrors | null;
}

export function WhoReads({ ui }: { ui: Ui }) {
  const { write } = ui.t;
  return (
    <section>
      <h2 class="filet">{write.whoReads}</h2>
      <p class="hint">{write.whoReadsWords} <a href="/rules">{ui.t.site.rules}</a></p>
    </section>
  );
}

export function FollowPage({ ui, submission, earlier, token, address, code, usualDelay, written, errors }: FollowPageProps) {
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
            <p class="lede">{write.thanksLede}{usualDelay !== null && <> {write.usualDelay(ui.dates.duration(usualDelay))}</>}</p>
          )}
        </div>
        <div class="beside">
          <div class="stack column">
            <Followed ui={ui} submission={submission} />
            <Earlier ui={ui} versions={earlier} />
            <FollowedActs
              ui={ui} submission={submission} base={base} written={written} errors={errors}
              published={{ edits: `${base}/edits`, withdrawal: `${base}/withdrawal` }}
            />
            {submission.status !== 'withdrawn' && (
              <section class="form">
                <h2>{write.keepAddress}</h2>
                <p class="hint">{write.keepAddressWords}</p>
                <Field ui={ui} name="address" label={write.followAddress} value={address} readonly />
                {code !== null && <Field ui={ui} name="code" label={ui.t.section.code} value={code} readonly hint={<>{ui.t.section.codeWords} <a href="/follow">{ui.t.section.findAgain}</a></>} />}
                {submission.email && (
                  <p class="hint">{!ui.mail ? write.emailKept : submission.emailConfirmed ? ui.t.mail.followConfirmed : ui.t.mail.followUnconfirmed}</p>
                )}
              </section>
            )}
            {/* A comment's own lines lead to its section already. */}
            {submission.thread !== null && submission.article === null && <p class="acts"><a class="q" href={threadAddress(submission.thread)}>{write.backToThread}</a></p>}
          </div>
          <aside aria-label={write.whoReads}><WhoReads ui={ui} /></aside>
        </div>
      </div>
    </Layout>
  );
}
