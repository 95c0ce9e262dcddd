import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow } from './lists.js';

/** The story of a workshop tells, too, that hosts took seats back or gave them again. */
export class SeatsTakenBack1763800000068 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await allow(runner, 'private.workshop_act.act');
  }

  async down(): Promise<void> {}
}
