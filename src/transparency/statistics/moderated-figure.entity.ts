import { Column, Entity, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { CategoryEntity } from '../../categories/category.entity.js';

/**
 * One figure of a month. The table has no primary key, because the columns of one cannot be null; a unique index takes
 * its place, for which two nulls are equal. TypeORM wants a primary key, and is told of these columns.
 */
@Entity({ name: 'moderated_figure' })
export class ModeratedFigureEntity {
  @PrimaryColumn('date') month: string;
  /** Null for the whole forum. */
  @Column('int', { primary: true, nullable: true }) categoryId: number | null;
  @PrimaryColumn('text') figure: string;
  @PrimaryColumn('text') reason: string;
  /** Null for one so small that it would tell of a person. */
  @Column('int', { nullable: true }) count: number | null;

  @ManyToOne(() => CategoryEntity) category: Relation<CategoryEntity> | null;
}
