import type { Claim, DeskCard } from '../../src/desk/queue/card.js';
import type { FormErrors } from '../kit/form-errors.js';
import type { Ui } from '../kit/ui.js';
import { AnswerForm } from './answer-form.js';
import { isAgreedBy } from './agreed-by.js';
import { ColleaguesClaim, OwnClaim } from './claim-line.js';
import { acceptForm, byKey, DecisionForm, prefixOf } from './decision-form.js';
import type { DecisionWritten } from './decision-written.js';
import { EditAndAccept } from './edit-and-accept.js';
import { JudgementForms } from './judgement-forms.js';
import { RefuseForm, ReturnForm } from './set-aside-forms.js';

interface DecisionFormsProps {
  ui: Ui;
  card: DeskCard;
  /** The position in the queue to come back to; null for the page of the submission itself. */
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
 * The decisions. Each that asks for something has a form of its own, so that a remark typed for one is never sent with
 * another. Acceptance and spam ask for nothing and share the first form, which alone is enough for a program; so spam
 * is the second button here, and desk.css draws it as the last one: accept, answer, edit, return, refuse, spam.
 */
function ContributionForms({ me, ...props }: Required<Omit<DecisionFormsProps, 'claim'>>) {
  const { ui, card, back, keyed, written } = props;
  const { desk } = ui.t;
  const was = (decision: string) => (written?.decision === decision ? written : null);
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
      <DecisionForm class="at-once" id={acceptForm(card)} card={card} back={back}>
        {!agreed && (
          <button class="b do" type="submit" name="decision" value="accept" {...byKey('a', keyed)}>
            {desk.accept}
          </button>
        )}
        <button class="q rare" type="submit" name="decision" value="spam" {...byKey('s', keyed)}>
          {desk.spam}
        </button>
      </DecisionForm>
      {answers && <AnswerForm {...props} written={answered} />}
      <EditAndAccept {...props} written={edited} />
      <ReturnForm {...props} written={was('return')} />
      <RefuseForm {...props} written={was('refuse')} />
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
  const prefix = prefixOf(card);
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
