import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { ThreadEntity } from '../../threads/thread.entity.js';
import { TownEntity } from '../../towns/town.entity.js';

/**
 * A tie of a thread to a town, as it was set once; or that the thread was tied to none. The log names it by its number.
 */
@Entity({ schema: 'desk', name: 'kept_town' })
export class KeptTownEntity {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('int') threadId: number;
  /** Whether the author of the thread has named the town, and not a moderator. */
  @Column('boolean', { default: false }) sent: boolean;
  @Column('text', { nullable: true }) townCode: string | null;

  @ManyToOne(() => ThreadEntity) @JoinColumn({ name: 'thread_id' }) thread: Relation<ThreadEntity>;
  @ManyToOne(() => TownEntity)
  @JoinColumn({ name: 'town_code', referencedColumnName: 'code' })
  town: Relation<TownEntity> | null;
}
