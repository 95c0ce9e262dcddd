import { Column, Entity, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { CategoryEntity } from '../../categories/category.entity.js';

/**
 * A figure of a month.
 * There is no primary key, since that takes no null: what is primary here is unique there, with nulls for equal.
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
