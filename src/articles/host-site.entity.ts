import { Column, Entity, JoinColumn, OneToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { CategoryEntity } from '../categories/category.entity.js';

/** A site elsewhere whose articles have their sections here. */
@Entity({ name: 'host_site' })
export class HostSiteEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' }) id: number;
  /** Stands in signatures and in the pages of the site: it never changes. */
  @Column('text', { unique: true }) slug: string;
  @Column('text') name: string;
  @Column('int') categoryId: number;
  @Column('text', { array: true }) origins: string[];
  @Column('text') threading: 'one-level' | 'flat';
  /** Days after an article’s own date; null for never. */
  @Column('int', { nullable: true }) closesAfter: number | null;
  /** The first comment of a person waits for a moderator, even where later ones do not. */
  @Column('boolean') firstHeld: boolean;
  @Column('text') licence: string;

  @OneToOne(() => CategoryEntity) @JoinColumn() category: Relation<CategoryEntity>;
}
