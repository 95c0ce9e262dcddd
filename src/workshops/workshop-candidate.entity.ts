import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { WorkshopEntity } from './workshop.entity.js';

/** A date that people are asked about, with how many can come; who they are is private. */
@Entity({ name: 'workshop_candidate' })
export class WorkshopCandidateEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') threadId: number;
  @Column('int') position: number;
  @Column('timestamptz') startsAt: Date;
  @Column('timestamptz') endsAt: Date;
  @Column('int') yes: number;
  @Column('int') maybe: number;

  @ManyToOne(() => WorkshopEntity) @JoinColumn({ name: 'thread_id' }) workshop: Relation<WorkshopEntity>;
}
