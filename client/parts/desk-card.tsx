import type { DeskCard as Card } from '../../src/desk/card.js';
import type { Ui } from '../ui.js';
import { categoryAddress, threadAddress } from './address.js';
import { AuthorName, nameOf } from './author.js';
import { DecisionForms, type DecisionWritten } from './decision-forms.js';
import type { FormErrors } from './form-errors.js';
import { titleOf } from './thread-row.js';
import { typeset } from './typeset.js';

/** From five hours on an age is shown as late: that is the delay that the forum promises its guests. */
const LATE = 5 * 60 * 60 * 1000;

interface DeskCardProps {
  ui: Ui;
  card: Card;
  /** The card in hand: the only one with a filled button. */
  here?: boolean;
  /** On a page of its own the link to that page says nothing. */
  alone?: boolean;
  written?: DecisionWritten | null;
  errors?: FormErrors | null;
}

function History({ ui, card }: { ui: Ui; card: Card }) {
  const { desk, roles } = ui.t;
  const { author } = card;
  const counts = author.role === 'guest' ? [] : [
    author.published === 0 && author.refused === 0 ? desk.firstMessage : desk.published(author.published),
    ...(author.refused === 0 ? [] : [desk.refused(author.refused)]),
  ];
  return <span><AuthorName ui={ui} author={author} />{[roles[author.role], ...counts].map((each) => `, ${each}`).join('')}</span>;
}

function Where({ ui, card }: { ui: Ui; card: Card }) {
  const { thread, number, category } = card;
  if (thread === null) return <a href={categoryAddress(category)}>{category.name}</a>;
  const title = titleOf(ui, thread);
  return <a href={threadAddress(thread)}>{number === null ? title : ui.t.desk.inThread(title, number)}</a>;
}

/** Who sent what, whither, when. */
export function CardHead({ ui, card, alone = false }: { ui: Ui; card: Card; alone?: boolean }) {
  const { desk } = ui.t;
  const age = ui.dates.now.getTime() - card.writtenAt.getTime();
  const what = desk.kindBy(desk.kinds[card.kind], nameOf(ui, card.author));
  return (
    <p class="card-head meta">
      <b>{desk.kinds[card.kind]}</b>{' '}
      <span class="meta about">
        <History ui={ui} card={card} /> <Where ui={ui} card={card} />{' '}
        {card.thread !== null && <span>{card.category.name}</span>}{' '}
        {card.version > 1 && <span>{desk.version(card.version)}</span>}
      </span>{' '}
      <span class={age > LATE ? 'age late' : 'age'} title={ui.dates.absolute(card.writtenAt)}>
        {alone ? ui.dates.duration(age) : <a href={`/desk/submissions/${card.id}`}>{ui.dates.duration(age)}<span class="vh">{desk.openAloneWhat(what)}</span></a>}
      </span>
    </p>
  );
}

function Context({ ui, card, open }: { ui: Ui; card: Card; open: boolean }) {
  const { desk } = ui.t;
  if (card.before.length === 0) return null;
  return (
    <details class="context" open={open}>
      <summary>{desk.context}</summary>
      <div class="before">
        {card.before.map((post) => <p><b>{desk.beforeOne(nameOf(ui, { name: post.author }), post.number)}</b> {post.excerpt}</p>)}
      </div>
    </details>
  );
}

/** What is proposed; for an edit, beside the text that the public reads now. */
export function CardText({ ui, card }: { ui: Ui; card: Card }) {
  const { desk } = ui.t;
  const { published } = card;
  const text = <div class="text" dangerouslySetInnerHTML={{ __html: card.html }} />;
  if (published === null) {
    return <div class="said">{card.title !== null && <p class="text"><b>{typeset(ui, card.title)}</b></p>}{text}</div>;
  }
  const titleChanged = published.title !== null && card.title !== null && published.title !== card.title;
  return (
    <div class="said compare">
      {titleChanged && <p class="links ui">{desk.titleChange(published.title ?? '', card.title ?? '')}</p>}
      <div><p class="links ui">{desk.nowPublic}</p><div class="text was" dangerouslySetInnerHTML={{ __html: published.html }} /></div>
      <div><p class="links ui">{desk.proposed}</p>{text}</div>
    </div>
  );
}

/** That a category holds everything, or a guest, goes without saying: the card has one line less. */
const PLAIN = new Set(['default', 'hold-all', 'guest']);

/** A code, and after a colon what it is about: the word of a list. */
function wordsOfHold(ui: Ui, held: string): string {
  const { desk } = ui.t;
  const [code = '', ...about] = held.split(':');
  const why = desk.held[code] ?? code;
  return about.length === 0 ? why : desk.heldAbout(why, about.join(':'));
}

function wordsOfAgreement(ui: Ui, { needed, agreed }: NonNullable<Card['agreement']>): string {
  return agreed.length === 0 ? ui.t.desk.noAgreement(needed) : ui.t.desk.agreement(agreed.length, needed, agreed.join(', '));
}

/** What screening noticed and where the links lead, in clear. */
export function CardNotes({ ui, card }: { ui: Ui; card: Card }) {
  const { desk } = ui.t;
  const why = card.heldFor.filter((code) => !PLAIN.has(code)).map((code) => wordsOfHold(ui, code)).join(', ');
  const { agreement } = card;
  if (why === '' && card.links.length === 0 && agreement === null) return null;
  return (
    <p class="links ui">
      {agreement !== null && <><b class="agreement">{wordsOfAgreement(ui, agreement)}</b>{' '}</>}
      {why !== '' && <span>{desk.heldFor(why)}</span>}{' '}
      {card.links.length > 0 && <span class="addresses"><b>{desk.links(card.links.length)}</b> {card.links.map((link) => <><span class="address">{link}</span>{' '}</>)}</span>}
    </p>
  );
}

/** One waiting submission with everything needed to decide, in one line's height when the text has one line. */
export function DeskCard({ ui, card, here = false, alone = false, written = null, errors = null }: DeskCardProps) {
  const what = ui.t.desk.kindBy(ui.t.desk.kinds[card.kind], nameOf(ui, card.author));
  return (
    <article class={here ? 'card here' : 'card'} id={`s-${card.id}`} data-submission={card.id} data-version={card.version} aria-label={what}>
      <CardHead ui={ui} card={card} alone={alone} />
      <Context ui={ui} card={card} open={alone} />
      <CardText ui={ui} card={card} />
      <CardNotes ui={ui} card={card} />
      <DecisionForms ui={ui} card={card} written={written} errors={errors} />
    </article>
  );
}
