import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { CategoryEntity } from '../categories/category.entity.js';
import type { Audience } from '../threads/visible.js';

/**
 * Texts of this category may still stand in the index of an audience that it had before. Triggers of the database write
 * it, and whoever searches looks there, too, until a job has taken them along.
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
