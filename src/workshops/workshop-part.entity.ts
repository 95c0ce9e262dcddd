import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { WorkshopEntity } from './workshop.entity.js';

/** One part of a workshop's programme. */
@Entity({ name: 'workshop_part' })
export class WorkshopPartEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') threadId: number;
  @Column('int') position: number;
  @Column('text') title: string;
  @Column('text') time: string;
  @Column('text') text: string;
  @Column('int', { nullable: true }) seats: number | null;

  @ManyToOne(() => WorkshopEntity) @JoinColumn({ name: 'thread_id' }) workshop: Relation<WorkshopEntity>;
}
