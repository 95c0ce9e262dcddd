import type { Claim, DeskCard } from '../../src/desk/queue/card.js';
import type { Ui } from '../kit/ui.js';
import { isAgreedBy } from './agreed-by.js';
import { ColleaguesClaim, OwnClaim } from './claim-line.js';
import type { TypedFacts } from '../../src/submissions/thread-facts/facts.js';
import { Field } from '../kit/field.js';
import type { FormErrors } from '../kit/form-errors.js';
import { EditAndAccept } from './edit-and-accept.js';
import { JudgementForms } from './judgement-forms.js';
import { ReasonPicker } from '../kit/reason-picker.js';

/** What a moderator had typed when the answer came back. */
export interface DecisionWritten {
  decision: string;
  reasons: readonly string[];
  remark: string;
  title: string;
  text: string;
  facts?: TypedFacts | undefined;
  /** Whether it was to ask something. */
  question?: boolean | undefined;
  /** What was to be answered with the acceptance. */
  reply: string;
}

/** The id of the form that accepts a card as it is. */
export function acceptForm({ id }: Pick<DeskCard, 'id'>): string {
  return `accept-${id}`;
}

interface DecisionFormsProps {
  ui: Ui;
  card: DeskCard;
  /** The place in the queue to come back to; null for the page of the submission itself. */
  back: string | null;
  /** Whether its acts have access keys: the card in hand, unless they are switched off. */
  keyed: boolean;
  /** The claim on the card, and the member who looks at it. */
  claim: Claim | null;
  me: number | null;
  written?: DecisionWritten | null;
  errors?: FormErrors | null;
}

/**
 * The decisions in their fixed order. Each has a form of its own, so that a remark typed for one is never sent with
 * another; the first one alone is enough for a program.
 */
function ContributionForms({
  ui,
  card,
  back,
  keyed,
  me,
  written,
  errors,
}: Required<Omit<DecisionFormsProps, 'claim'>>) {
  const { desk } = ui.t;
  const action = `/desk/submissions/${card.id}/decision`;
  const prefix = `s-${card.id}`;
  const version = (
    <>
      <input type="hidden" name="version" value={card.version} />
      {back !== null && <input type="hidden" name="back" value={back} />}
    </>
  );
  const key = (letter: string) => ({ 'data-key': letter, accessKey: keyed ? letter : undefined });
  const was = (decision: string) => (written?.decision === decision ? written : null);
  const returned = was('return');
  const refused = was('refuse');
  const accepted = was('accept');
  const answered = accepted !== null && accepted.reply !== '' ? accepted : null;
  const edited =
    accepted !== null &&
    answered === null &&
    (accepted.text !== card.text || accepted.facts !== undefined || accepted.question !== undefined)
      ? accepted
      : null;
  // Nobody agrees twice, and only the last moderator who agrees can add an answer.
  const agreed = isAgreedBy(card, me);
  const answers = card.answerable && (card.agreement === null || (!agreed && card.agreement.agreed.length > 0));
  return (
    <>
      {agreed && <span class="claim ui">{ui.t.people.agreed}</span>}
      <form class="at-once" method="post" action={action} id={acceptForm(card)}>
        {version}
        {!agreed && (
          <button class="b do" type="submit" name="decision" value="accept" {...key('a')}>
            {desk.accept}
          </button>
        )}
        <button class="q rare" type="submit" name="decision" value="spam" {...key('s')}>
          {desk.spam}
        </button>
      </form>
      {answers && (
        <details class="rare answer" name={prefix} open={answered !== null}>
          <summary class="q">{desk.acceptAndReply}</summary>
          <form class="slip team form" method="post" action={action}>
            {version}
            <Field
              ui={ui}
              name="reply"
              prefix={`${prefix}-a`}
              label={desk.replyLabel}
              value={answered?.reply}
              hint={desk.replyHint}
              errors={answered && errors}
              rows={4}
              required
            />
            <p class="acts">
              <button class="b" type="submit" name="decision" value="accept">
                {desk.acceptAndReplySend}
              </button>
            </p>
          </form>
        </details>
      )}
      <EditAndAccept ui={ui} card={card} edited={edited} errors={errors} action={action} keyOf={key}>
        {version}
      </EditAndAccept>
      <details class="rare back" name={prefix} open={returned !== null}>
        <summary class="q" {...key('n')}>
          {desk.return}
        </summary>
        <form class="slip team form" method="post" action={action}>
          {version}
          <Field
            ui={ui}
            name="remark"
            prefix={`${prefix}-n`}
            label={desk.returnWord}
            optional={desk.signed}
            value={returned?.remark}
            errors={returned && errors}
            rows={2}
            required
          />
          <p class="acts">
            <button class="b" type="submit" name="decision" value="return">
              {desk.returnSend}
            </button>
          </p>
        </form>
      </details>
      <details class="refuse" name={prefix} open={refused !== null}>
        <summary class="q" {...key('r')}>
          {desk.refuse}
        </summary>
        <form class="slip team form" method="post" action={action}>
          {version}
          <ReasonPicker ui={ui} prefix={prefix} errors={refused && errors} chosen={refused?.reasons} several />
          <Field
            ui={ui}
            name="remark"
            prefix={`${prefix}-r`}
            label={desk.remark}
            optional={desk.remarkHint}
            hint={desk.remarkFilled}
            value={refused?.remark}
            errors={refused && errors}
            rows={2}
          />
          <p class="acts">
            <button class="b no" type="submit" name="decision" value="refuse">
              {desk.refuseSend}
            </button>
          </p>
        </form>
      </details>
    </>
  );
}

/** What a moderator may do with a card: claim it, decide. */
export function DecisionForms({
  ui,
  card,
  back,
  keyed,
  claim,
  me,
  written = null,
  errors = null,
}: DecisionFormsProps) {
  const { desk, problems, queue } = ui.t;
  const prefix = `s-${card.id}`;
  const judged = card.countsAs === 'report' || card.countsAs === 'appeal';
  return (
    <div class="acts" role="group" aria-label={desk.decide}>
      {written !== null && errors !== null && (
        <p class="why" role="alert">
          {problems.summary(Object.keys(errors.fields).length)}
        </p>
      )}
      {claim !== null && claim.member === me && <span class="claim ui">{queue.claimedByMe}</span>}
      {claim !== null && claim.member !== me && (
        <ColleaguesClaim ui={ui} card={card} claim={claim} back={back} keyed={keyed} />
      )}
      {judged ? (
        <JudgementForms ui={ui} card={card} back={back} keyed={keyed} written={written} errors={errors} />
      ) : (
        <ContributionForms ui={ui} card={card} back={back} keyed={keyed} me={me} written={written} errors={errors} />
      )}
      {(claim === null || claim.member === me) && (
        <OwnClaim ui={ui} card={card} mine={claim !== null} back={back} keyed={keyed} />
      )}
      <a class="q more" href={`#${prefix}`}>
        {desk.more}
        <span class="vh">{desk.moreWhat}</span>
      </a>
    </div>
  );
}
