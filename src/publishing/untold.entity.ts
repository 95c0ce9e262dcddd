import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A decision of which those concerned have not heard yet. */
@Entity({ schema: 'desk', name: 'untold' })
export class UntoldEntity {
  @PrimaryColumn('bigint') decisionId: string;
  @Column('timestamptz') dueAt: Date;
}
