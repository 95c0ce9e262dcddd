import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { WorkshopDateEntity } from './workshop-date.entity.js';
import { WorkshopPartEntity } from './workshop-part.entity.js';

/** What everybody may know of the seats of a part at a date. The database keeps it true: migration 0039. */
@Entity({ name: 'part_seats' })
export class PartSeatsEntity {
  @PrimaryColumn('uuid') dateId: string;
  @PrimaryColumn('uuid') partId: string;
  /** In persons; null where everybody may know no more than whether some are left. */
  @Column('int', { nullable: true }) taken: number | null;
  @Column('boolean') isFull: boolean;

  @ManyToOne(() => WorkshopDateEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'date_id' })
  date: Relation<WorkshopDateEntity>;
  @ManyToOne(() => WorkshopPartEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'part_id' })
  part: Relation<WorkshopPartEntity>;
}
