import { Module } from '@nestjs/common';
import { CaseDates } from './case-dates.js';
import { CaseMap } from './case-map.js';
import { CaseMarks } from './case-marks.js';
import { CaseSteps } from './case-steps.js';
import { CaseNumbers } from './case-numbers.js';
import { Cases } from './cases.js';
import { Deadlines } from './deadlines.js';
import { DueDates } from './due-dates.js';

/**
 * Local cases as everybody reads them, and the law that gives their dates; for all folders above. It reads through the
 * reader login, for one audience at a time, and must never write. The counting itself is in src/deadlines.
 */
@Module({
  providers: [CaseDates, CaseMap, CaseMarks, CaseNumbers, CaseSteps, Cases, Deadlines, DueDates],
  exports: [CaseDates, CaseMap, CaseMarks, CaseNumbers, CaseSteps, Cases, Deadlines, DueDates],
})
export class CasesModule {}
