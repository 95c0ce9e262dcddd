import type { MigrationInterface, QueryRunner } from 'typeorm';
import { listed } from './lists.js';
import { fillTowns } from '../src/towns/fill-towns.js';

/** The towns of France, with what they were called before they merged. Public, and the same on every forum. */
export class Towns1763800000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table department (
        code           text primary key,
        name           text not null,
        region         text not null
      );
      -- Codes are those of INSEE, for communes and for the arrondissements of Paris, Lyon and Marseille; ambiguous are those that
      -- are the postal code of another town: whoever types 59350 may mean Lille or its neighbour.
      create table town (
        code           text primary key,
        name           text not null,
        key            text not null,
        department_code text not null references department,
        postal         text[] not null,
        people         int not null,
        latitude       real not null,
        longitude      real not null,
        exactness      text not null check (${listed('town.exactness')}),
        zone           text not null,
        ambiguous      boolean not null
      );
      create table former_town (
        code           text primary key,
        town_code      text not null references town
      );
    `);
    await fillTowns(runner);
    // Made after the rows are filled in, and one index for every way to search a town: every test copies it, so it has
    // to be small.
    await runner.query(`
      create index town_words on town using gin (array_to_tsvector(string_to_array(key, ' ') || postal || lower(department_code)));
      create index former_town_of on former_town (town_code);
      analyze department, town, former_town;
      revoke all on department, town, former_town from public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table former_town, town, department');
  }
}
