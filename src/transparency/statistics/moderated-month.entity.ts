import { Column, Entity, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { CategoryEntity } from '../../categories/category.entity.js';

/**
 * How long contributions waited in a month.
 * There is no primary key, since that takes no null: what is primary here is unique there, with nulls for equal.
 */
@Entity({ name: 'moderated_month' })
export class ModeratedMonthEntity {
  @PrimaryColumn('date') month: string;
  /** Null for the whole forum. */
  @Column('int', { primary: true, nullable: true }) categoryId: number | null;
  @Column('int', { nullable: true }) medianMinutes: number | null;
  @Column('int', { nullable: true }) ninthMinutes: number | null;
  @Column('text', { nullable: true }) delaysOf: string | null;

  @ManyToOne(() => CategoryEntity) category: Relation<CategoryEntity> | null;
}
