import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FIRST_LETTERS } from './first-letters.js';
import { allow } from './lists.js';

/** Letters that people print and send themselves, with blanks that the forum fills; administrators change them. */
export class PaperLetters1763800000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table paper_letter (
        code           text primary key check (code ~ '^[a-z]+(-[a-z]+)*$'),
        position       int not null,
        fr             text not null,
        en             text not null,
        body           text not null
      );
      revoke all on paper_letter from public;
    `);
    await runner.query(
      `insert into paper_letter (code, position, fr, en, body)
       select code, position, fr, en, body
       from jsonb_to_recordset($1::jsonb) as l (code text, position int, fr text, en text, body text)`,
      [JSON.stringify(FIRST_LETTERS.map((letter, index) => ({ ...letter, position: index + 1 })))],
    );
    await allow(runner, 'desk.administration.act');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table paper_letter');
  }
}
