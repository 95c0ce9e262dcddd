import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last month that is counted: one row. */
@Entity({ schema: 'desk', name: 'counted_month' })
export class CountedMonthEntity {
  @PrimaryColumn('boolean') one: boolean;
  @Column('date', { nullable: true }) month: string | null;
}
