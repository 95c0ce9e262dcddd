import { together } from '../database/together.js';
import type { Queries } from '../database/transaction.js';
import { Forbidden, Invalid } from '../errors/errors.js';
import { links } from '../markup/links.js';
import { render } from '../markup/render.js';
import { isReserved } from '../members/name.js';
import type { HoldReason } from '../screening/phase.js';
import { screen } from '../screening/screen.js';
import { MOST_A_MINUTE } from '../screening/too-fast.js';
import type { Destination } from './destination.js';
import { mustAttach } from './documents/may-attach.js';
import { gatherFacts, type GatheredFacts } from './facts.js';
import { kindOf } from './kinds.js';
import { asksFacts, type ReadDraft, saidIn, textsOfDocuments } from './read-draft.js';
import { threadKindOf } from './thread-facts/facts.js';
import { textsOf } from './thread-facts/facts-reading.js';

/** Where something goes that may be written there, and what holds it. */
interface Admitted {
  destination: Destination;
  html: string;
  heldFor: HoldReason[];
}

/**
 * All questions that are asked of what was sent, but for its key. `asked` answers for its words, and may have been
 * asked for several at once. @throws Forbidden, Invalid, and what its kind throws where it finds no such place
 */
export async function admitted(
  tx: Queries,
  read: ReadDraft,
  asked: Promise<GatheredFacts>,
  { limitFactor }: { limitFactor: number },
): Promise<Admitted> {
  const { visitor, draft, sent, files, now } = read;
  const kind = kindOf(draft);
  const [destination, known] = await together([
    kind.find(tx, visitor, draft, { ...sent, ...saidIn(files) }, now),
    asked,
  ]);
  const html = render(sent.text, draft.language);
  mustAttach(visitor, destination.category, files?.fresh ?? []);
  const { category, lastPostAt, locked, title, section } = destination;
  // What was typed beside the text is read with it.
  const ofFacts = textsOf(destination.facts);
  const beside = [...ofFacts, ...textsOfDocuments(files)];
  const asks = { ...asksFacts(read), texts: [sent.text, ...beside] };
  const [gathered = known] = ofFacts.length === 0 ? [] : await gatherFacts(tx, [asks]);
  const { forum, nameTaken, ...found } = gathered;
  if (visitor.isGuest && sent.name !== '' && isReserved(sent.name, forum))
    throw new Invalid({ name: 'name-reserved' });
  if (nameTaken) throw new Invalid({ name: 'name-of-member' });
  const verdict = screen({
    visitor,
    kind: destination.proposes ? 'proposal' : kind.screenedAs,
    category,
    opens: destination.opens ?? threadKindOf(destination.facts),
    article: section,
    lastPostAt,
    locked,
    now,
    title,
    text: [sent.text, ...beside].join('\n\n'),
    documents: { fresh: files?.fresh.length ?? 0, unchecked: files?.unchecked ?? 0 },
    links: [html, ...beside.map((text) => render(text, draft.language))].flatMap(links).length,
    facts: { ...found, mostLately: MOST_A_MINUTE * limitFactor },
  });
  if ('refused' in verdict)
    throw new Forbidden(verdict.refused, verdict.word === undefined ? {} : { word: verdict.word });
  return { destination, html, heldFor: verdict.heldFor };
}
