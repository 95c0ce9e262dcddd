import { Inject, Injectable } from '@nestjs/common';
import { Reader } from '../database/reader.js';
import { readTownQuery, type TownQuery } from './town-query.js';
import type { FoundTown, Town } from './town.js';
import { UnclearTown } from './unclear-town.js';
import { TOWN_COLUMNS, TOWN_TABLES, townFrom, type TownRow, wordsOfTown } from './town-row.js';

/** A code, or that of a commune that merged; computed once, so that each side of an `or` keeps its index. */
const CODE = '(select coalesce((select town_code from former_town where code = upper($3)), upper($3)))';

/** As codes of towns look: of the mainland, of Corsica, overseas. */
const INSEE = /^\d[\dab]\d{3}$/i;

/** So many at most share one postal code; no name is borne by more. */
const MOST = 50;
const NEAR = 10;

@Injectable()
export class Towns {
  constructor(@Inject(Reader) private readonly reader: Pick<Reader, 'query'>) {}

  /** Today's town of a code, though it be that of a commune that merged. */
  async byCode(code: string): Promise<Town | null> {
    const [row] = await this.reader.query<TownRow>(
      `select ${TOWN_COLUMNS} from ${TOWN_TABLES}
       where t.code = coalesce((select town_code from former_town where code = $1), $1)`,
      [code.toUpperCase()],
    );
    return row ? townFrom(row) : null;
  }

  /** The name of a department, by its code; null where there is none. */
  async department(code: string): Promise<string | null> {
    const [row] = await this.reader.query<{ name: string }>('select name from department where code = $1', [code]);
    return row?.name ?? null;
  }

  /** What a form means by this text: a code, a postal code or a name, with or without the number of its department. */
  async find(text: string): Promise<FoundTown> {
    const asked = readTownQuery(text);
    const rows = asked ? await this.rows(asked) : [];
    const named = bestOf(
      rows.filter(({ meant }) => meant),
      asked,
    );
    if (named.length === 1 && named[0]) return { found: 'one', town: townFrom(named[0]) };
    const shown = named.length > 1 ? named : rows.slice(0, NEAR);
    if (shown.length === 0) return { found: 'none' };
    return { found: 'several', towns: shown.map(townFrom), near: named.length === 0 };
  }

  /**
   * What an address means by this text. The forum's own links say towns by their codes, so a code comes first here,
   * though one in twelve is the postal code of another town as well; whoever typed that one sees the name.
   */
  async addressed(text: string): Promise<FoundTown> {
    const town = INSEE.test(text.trim()) ? await this.byCode(text.trim()) : null;
    return town === null ? this.find(text) : { found: 'one', town };
  }

  /** The one town that the field `town` of a form names. @throws UnclearTown, with those to choose from */
  async named(text: string): Promise<Town> {
    const answer = await this.find(text);
    if (answer.found !== 'one') throw new UnclearTown(answer);
    return answer.town;
  }

  /**
   * For somebody who is typing: all that bear this name, then those that begin like it or have its words, ten in all.
   */
  async like(text: string): Promise<Town[]> {
    const asked = readTownQuery(text);
    const rows = asked ? await this.rows(asked) : [];
    return rows.filter(({ meant }, index) => meant || index < NEAR).map(townFrom);
  }

  /** First what is meant, then what begins like it, large towns before small ones. */
  private rows({ words, keys, number, onlyNumber }: TownQuery): Promise<(TownRow & { meant: boolean })[]> {
    return this.reader.query(
      `select ${TOWN_COLUMNS}, t.key = any($2) or $4 and (t.code = ${CODE} or $3 = any(t.postal)) as meant
       from ${TOWN_TABLES} where ${wordsOfTown('t')} @@ $1::tsquery or t.code = ${CODE} and ($4 or t.key = any($2))
       order by meant desc, starts_with(t.key, $5) desc, t.people desc, t.code limit ${MOST}`,
      [words, keys, number, onlyNumber, keys.at(-1) ?? ''],
    );
  }
}

/** A number says the department first: postal codes cross its border. */
function bestOf(rows: readonly TownRow[], asked: TownQuery | null): readonly TownRow[] {
  const inside = rows.filter(({ department }) => department.toLowerCase() === asked?.number);
  return inside.length > 0 ? inside : rows;
}
