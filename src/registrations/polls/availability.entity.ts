import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ThreadEntity } from '../../threads/thread.entity.js';

/** What one person can come to of the dates that a workshop asks about. */
@Entity({ schema: 'private', name: 'availability' })
export class AvailabilityEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') threadId: number;
  @Column('bytea', { unique: true }) keyHash: Buffer;
  @Column('bytea', { unique: true }) tokenHash: Buffer;
  /** Empty for somebody who gave none. */
  @Column('text') name: string;
  /** Ids of candidates. */
  @Column('uuid', { array: true }) yes: string[];
  @Column('uuid', { array: true }) maybe: string[];
  /** The end of the last candidate. The row is erased some days after it, where nothing else says when. */
  @Column('timestamptz') lastEnd: Date;

  @ManyToOne(() => ThreadEntity) @JoinColumn({ name: 'thread_id' }) thread: Relation<ThreadEntity>;
}
