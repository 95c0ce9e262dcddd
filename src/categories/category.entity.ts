import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Audience, ThreadKind } from '../threads/visible.js';
import type { Attachers, Edits, Hold, Opens, Organizers } from './policy-words.js';

/** A category of the forum, with its audience and its review policy. */
@Entity({ name: 'category' })
export class CategoryEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' }) id: number;
  @Column('text', { unique: true }) slug: string;
  @Column('text') name: string;
  @Column('text') description: string;
  @Column('int') position: number;
  @Column('text') audience: Audience;
  @Column('boolean') guestsWrite: boolean;
  @Column('text') hold: Hold;
  @Column('boolean') closed: boolean;
  @Column('text') opens: Opens;
  @Column('text', { array: true }) takes: ThreadKind[];
  /** Counts and numbers move at publication only. */
  @Column('int') threadCount: number;
  @Column('int') postCount: number;
  /** A member with fewer accepted posts than this is a newcomer. */
  @Column('int') acceptedUntil: number;
  /** How many moderators have to agree before something is published. */
  @Column('int') agreement: number;
  /** Days without a post after which a thread takes no more replies; null for never. */
  @Column('int', { nullable: true }) closesAfter: number | null;
  @Column('text') edits: Edits;
  @Column('text') organizers: Organizers;
  /** Who may attach files here. */
  @Column('text') documents: Attachers;
  /** Whether whatever has a file is read before it appears. */
  @Column('boolean') documentsHeld: boolean;
  /** Whether everyone may read the earlier texts of a post. */
  @Column('boolean') history: boolean;
}
