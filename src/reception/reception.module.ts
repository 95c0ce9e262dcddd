import { Module } from '@nestjs/common';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { Reception } from './reception.js';
import { Withdrawals } from './withdrawals.js';

/**
 * The front door of all writing: what somebody sends is stored here, and published at once where nothing holds it;
 * what they withdraw is erased here. All code that stores a contribution has to use it, the desk for its answers too.
 * It must never decide about a submission that is held: only src/desk does.
 */
@Module({ imports: [SubmissionsModule], providers: [Reception, Withdrawals], exports: [Reception, Withdrawals] })
export class ReceptionModule {}
