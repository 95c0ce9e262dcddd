import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last day that is counted: one row. */
@Entity({ schema: 'desk', name: 'counted_until' })
export class CountedUntilEntity {
  @PrimaryColumn('boolean') one: boolean;
  @Column('date', { nullable: true }) day: string | null;
}
