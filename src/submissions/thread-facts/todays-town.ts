import type { CaseFacts } from '../../cases/case-facts.js';
import type { Queries } from '../../database/transaction.js';
import { unseenList } from '../../database/unseen-list.js';
import type { Facts } from './facts.js';

interface Former {
  code: string;
  today: string;
}

function formerTowns(tx: Queries, codes: readonly string[]): Promise<Former[]> {
  return tx.query<Former>(
    `select code, town_code as today from former_town where code = any${unseenList('$1', 'text')}`,
    [codes],
  );
}

/** The town that one is part of today: facts that waited while communes merged name a code that is none any more. */
export async function todaysTown(tx: Queries, code: string | null): Promise<string | null> {
  const [former] = code === null ? [] : await formerTowns(tx, [code]);
  return former?.today ?? code;
}

/**
 * A case in a town that has ended since is in the one of today, and the former name stays readable in its place. Asks
 * nothing where none is in a town.
 */
export async function inTodaysTowns<F extends Facts | null>(tx: Queries, all: readonly F[]): Promise<F[]> {
  const codes = all.flatMap((facts) => (facts?.of === 'case' && facts.town !== null ? [facts.town] : []));
  const former = codes.length === 0 ? [] : await formerTowns(tx, codes);
  const today = new Map(former.map((each) => [each.code, each.today]));
  return all.map((facts) => {
    const town = facts?.of === 'case' && facts.town !== null ? today.get(facts.town) : undefined;
    return facts?.of !== 'case' || town === undefined ? facts : { ...facts, town, place: withFormerName(facts) };
  });
}

function withFormerName({ place, townName }: CaseFacts): string {
  const name = townName.replace(/ \([^()]*\)$/, '');
  if (place === name || place.endsWith(`, ${name}`)) return place;
  return [place, name].filter((part) => part !== '').join(', ');
}
