import { isolated } from '../kit/isolated.js';
import type { DeskCard as Card } from '../../src/desk/queue/card.js';
import type { Ui } from '../kit/ui.js';
import { categoryAddress, recordAddress, threadAddress } from '../kit/address.js';
import { CardDocuments } from './card-documents.js';
import { Appealed, isOwnDecision } from './appealed.js';
import { AuthorName, nameOf } from '../kit/author.js';
import { ColleaguesClaim, liveClaim } from './claim-line.js';
import { DecisionForms, type DecisionWritten } from './decision-forms.js';
import { FactChanges, FactsList } from '../kit/facts/facts.js';
import type { FormErrors } from '../kit/form-errors.js';
import { Reported } from './reported.js';
import { titleOf } from '../kit/thread-row.js';
import { ChangesBeside, ChangesInline } from '../kit/word-changes.js';
import { typeset } from '../kit/typeset.js';

/** From five hours on an age is shown as late: that is the delay that the forum promises its guests. */
const LATE = 5 * 60 * 60 * 1000;

export function isLate(ui: Ui, { writtenAt }: Card): boolean {
  return ui.dates.now.getTime() - writtenAt.getTime() > LATE;
}

interface DeskCardProps {
  ui: Ui;
  card: Card;
  /** The card in hand: the only one with a filled button. */
  here?: boolean;
  /** Whether the card is on the page of the submission, where a link to that page is useless. */
  alone?: boolean;
  /** Whether the card in hand has access keys. */
  keys?: boolean;
  /** The place in the queue that a decision leads back to; null for the page of the submission itself. */
  back?: string | null;
  /** The member who looks. */
  me?: number | null;
  /** Among others in the queue a card has a box, ticked or not. */
  ticked?: boolean;
  written?: DecisionWritten | null;
  errors?: FormErrors | null;
}

function History({ ui, card }: { ui: Ui; card: Card }) {
  const { desk, roles } = ui.t;
  const { author } = card;
  const counts =
    author.role === 'guest'
      ? []
      : [
          author.published === 0 && author.refused === 0 ? desk.firstMessage : desk.published(author.published),
          ...(author.refused === 0 ? [] : [desk.refused(author.refused)]),
        ];
  return (
    <span>
      <AuthorName ui={ui} author={author} />
      {[roles[author.role], ...counts].map((each) => `, ${each}`).join('')}
    </span>
  );
}

function Where({ ui, card, folded }: { ui: Ui; card: Card; folded: boolean }) {
  const { thread, number, category } = card;
  if (category === null) return <a href={recordAddress(card.author)}>{ui.t.people.noCategory}</a>;
  if (thread === null && card.article !== null)
    return (
      <>
        <a href={categoryAddress(category)}>{category.name}</a> <span>{ui.t.section.about(card.article.title)}</span>
      </>
    );
  if (thread === null) return <a href={categoryAddress(category)}>{category.name}</a>;
  const title = titleOf(ui, thread);
  // The short address leads to the long one: fifty titles are not sent twice.
  return (
    <a href={folded ? `/thread/${thread.id}` : threadAddress(thread)}>
      {number === null ? title : ui.t.desk.inThread(title, number)}
    </a>
  );
}

/** Who sent what, where to, and when. */
export function CardHead({
  ui,
  card,
  alone = false,
  folded = false,
  ticked,
}: {
  ui: Ui;
  card: Card;
  alone?: boolean;
  /** Not in hand: fifty of them are sent, and what is only looked up now and then comes with the forms. */
  folded?: boolean;
  ticked?: boolean | undefined;
}) {
  const { desk } = ui.t;
  const age = ui.dates.now.getTime() - card.writtenAt.getTime();
  const what = desk.kindBy(ui.t.kinds[card.kind].one, nameOf(ui, card.author));
  return (
    <p class="card-head meta">
      {ticked !== undefined && (
        <label class="tick">
          <input
            type="checkbox"
            name="item"
            value={`${card.id}:${card.version}`}
            form="bulk"
            checked={ticked}
            aria-label={folded ? what : ui.t.bulk.tick(what)}
          />
        </label>
      )}
      <b>{card.question ? ui.t.asking.question : ui.t.kinds[card.kind].one}</b>{' '}
      <span class="meta about">
        <History ui={ui} card={card} /> <Where ui={ui} card={card} folded={folded} />
        {!folded && ' '}
        {!folded && card.thread !== null && card.category !== null && <span>{card.category.name}</span>}{' '}
        {card.version > 1 && card.countsAs !== 'report' && <span>{desk.version(card.version)}</span>}
      </span>{' '}
      <span
        class={isLate(ui, card) ? 'age late' : 'age'}
        title={folded ? undefined : ui.dates.absolute(card.writtenAt)}
      >
        {alone || folded ? (
          ui.dates.duration(age)
        ) : (
          <a href={`/desk/submissions/${card.id}`}>
            {ui.dates.duration(age)}
            <span class="vh">{desk.openAloneWhat(what)}</span>
          </a>
        )}
      </span>
    </p>
  );
}

/** The last two posts at once; the rest is asked for when somebody wants to know more. */
function Context({ ui, card, open, keyed }: { ui: Ui; card: Card; open: boolean; keyed: boolean }) {
  const { desk, queue } = ui.t;
  const more = `/desk/submissions/${card.id}/context`;
  return (
    <details class="context" open={open} data-context={more}>
      <summary data-key="o" accessKey={keyed ? 'o' : undefined}>
        {desk.context}
      </summary>
      <div class="before">
        {card.before.map((post) => (
          <p>
            <b>{desk.beforeOne(nameOf(ui, { name: post.author }), post.number)}</b> {isolated(post.excerpt)}
          </p>
        ))}
        <p class="ui">
          <a href={more}>{queue.moreContext}</a>
        </p>
      </div>
    </details>
  );
}

function ProposedEdit({
  ui,
  card,
  published,
  alone,
}: {
  ui: Ui;
  card: Card;
  published: NonNullable<Card['published']>;
  alone: boolean;
}) {
  const { queue } = ui.t;
  const { changes } = card;
  const title = published.title !== null && card.title !== null && published.title !== card.title;
  const changed = changes.some(({ kind }) => kind !== 'same');
  const places =
    changes.filter(({ kind }, at) => kind !== 'same' && (at === 0 || changes[at - 1]?.kind === 'same')).length +
    (title ? 1 : 0);
  return (
    <div class="said">
      {title && (
        <p class="changes text">
          <del>{published.title}</del> <ins>{card.title}</ins>
        </p>
      )}
      {changed && <ChangesInline changes={changes} />}
      {card.facts !== null && card.baseFacts !== null && (
        <FactChanges ui={ui} before={card.baseFacts} after={card.facts} />
      )}
      <p class="links ui">{places === 0 ? queue.unchanged : `${queue.places(places)}. ${queue.staysOnline}`}</p>
      {changed && (
        <details class="both" open={alone}>
          <summary class="q">{queue.bothTexts}</summary>
          <ChangesBeside ui={ui} changes={changes} />
        </details>
      )}
    </div>
  );
}

/** For whom hosts write. */
function wordsTo(ui: Ui, { toLine, part }: NonNullable<Card['registered']>): string {
  const { team, registering } = ui.t;
  if (toLine) return team.wordsToLine;
  return part === null ? team.wordsToAll : part === '' ? registering.partGone : team.wordsToPart(part);
}

/** What is proposed; for an edit, what it changes in the text that the public reads now. */
export function CardText({
  ui,
  card,
  alone = false,
  me = null,
}: {
  ui: Ui;
  card: Card;
  alone?: boolean;
  me?: number | null;
}) {
  if (card.published !== null) return <ProposedEdit ui={ui} card={card} published={card.published} alone={alone} />;
  return (
    <div class="said">
      {card.appeal !== null && (
        <>
          <Appealed ui={ui} against={card.appeal} me={me} />
          <p class="flag says">{ui.t.after.appealSays}</p>
        </>
      )}
      {card.title !== null && (
        <p class="text">
          <b>{typeset(ui, card.title)}</b>
        </p>
      )}
      <div class="text" dangerouslySetInnerHTML={{ __html: card.html }} />
      {card.facts !== null && <FactsList ui={ui} facts={card.facts} />}
      {card.registered !== null && <p class="ui">{wordsTo(ui, card.registered)}</p>}
      {card.report !== null && <Reported ui={ui} report={card.report} />}
    </div>
  );
}

/** Holds that every moderator expects and that are not shown, so that the card has one line less. */
const PLAIN = new Set(['default', 'hold-all', 'guest']);

/** The words for a hold: its code, and after a colon its detail, such as the word of a list. */
function wordsOfHold(ui: Ui, held: string): string {
  const { desk } = ui.t;
  const [code = '', ...about] = held.split(':');
  const why = desk.held[code] ?? code;
  return about.length === 0 ? why : desk.heldAbout(why, about.join(':'));
}

function wordsOfAgreement(ui: Ui, { needed, agreed }: NonNullable<Card['agreement']>): string {
  return agreed.length === 0
    ? ui.t.desk.noAgreement(needed)
    : ui.t.desk.agreement(agreed.length, needed, agreed.join(', '));
}

/** What screening noticed and where the links lead, in clear. */
export function CardNotes({ ui, card }: { ui: Ui; card: Card }) {
  const { desk } = ui.t;
  const why = card.heldFor
    .filter((code) => !PLAIN.has(code))
    .map((code) => wordsOfHold(ui, code))
    .join(', ');
  const { agreement } = card;
  if (why === '' && card.links.length === 0 && agreement === null) return null;
  return (
    <p class="links ui meta">
      {agreement !== null && (
        <>
          <b class="agreement">{wordsOfAgreement(ui, agreement)}</b>{' '}
        </>
      )}
      {why !== '' && <span>{desk.heldFor(why)}</span>}{' '}
      {card.links.length > 0 && (
        <span class="addresses">
          <b>{desk.links(card.links.length)}</b>{' '}
          {card.links.map((link) => (
            <>
              <span class="address">{link}</span>{' '}
            </>
          ))}
        </span>
      )}
    </p>
  );
}

/** One waiting submission with everything needed to decide, in one line's height when the text has one line. */
export function DeskCard({
  ui,
  card,
  here = false,
  alone = false,
  keys = false,
  back = null,
  me = null,
  ticked,
  written = null,
  errors = null,
}: DeskCardProps) {
  const what = ui.t.desk.kindBy(ui.t.kinds[card.kind].one, nameOf(ui, card.author));
  const claim = liveClaim(ui, card);
  const theirs = claim !== null && claim.member !== me ? claim : null;
  const look = ['card', here ? 'here' : '', theirs === null ? '' : 'theirs'].filter(Boolean).join(' ');
  return (
    <article
      class={look}
      id={`s-${card.id}`}
      data-submission={card.id}
      data-version={card.version}
      data-claim={claim?.member ?? ''}
      data-agreed={card.agreement?.agreed.length}
      tabIndex={-1}
      aria-label={what}
    >
      <CardHead ui={ui} card={card} alone={alone} ticked={ticked} />
      <Context ui={ui} card={card} open={false} keyed={here && keys} />
      <CardText ui={ui} card={card} alone={alone} me={me} />
      <CardDocuments ui={ui} card={card} />
      <CardNotes ui={ui} card={card} />
      {card.appeal !== null && isOwnDecision(card.appeal, me) ? null : theirs !== null &&
        !alone &&
        written === null ? (
        <div class="acts">
          <ColleaguesClaim ui={ui} card={card} claim={theirs} back={back} keyed={here && keys} />
        </div>
      ) : (
        <DecisionForms
          ui={ui}
          card={card}
          back={back}
          keyed={here && keys}
          claim={claim}
          me={me}
          written={written}
          errors={errors}
        />
      )}
    </article>
  );
}
