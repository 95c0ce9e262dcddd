import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { CategoryEntity } from '../categories/category.entity.js';
import type { Audience } from '../threads/visible.js';

/**
 * A category whose audience has changed: some of its texts may still stand in the index of the audience that it had
 * before. Triggers of the database write these rows, a search looks into those indexes as well, and a job moves the
 * texts and deletes the row.
 */
@Entity({ name: 'indexed_elsewhere' })
export class IndexedElsewhereEntity {
  @PrimaryColumn('int') categoryId: number;
  @PrimaryColumn('text') audience: Audience;
  @Column('timestamptz') since: Date;

  @ManyToOne(() => CategoryEntity)
  @JoinColumn({ name: 'category_id' })
  category: Relation<CategoryEntity>;
}
