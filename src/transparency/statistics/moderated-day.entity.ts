import { Column, Entity, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { CategoryEntity } from '../../categories/category.entity.js';

/** How many decisions of a kind a category saw on a day, for the public log. */
@Entity({ name: 'moderated_day' })
export class ModeratedDayEntity {
  @PrimaryColumn('date') day: string;
  @PrimaryColumn('int') categoryId: number;
  @PrimaryColumn('text') decision: string;
  /** Empty for decisions that have none. */
  @PrimaryColumn('text') reason: string;
  @Column('int') count: number;

  @ManyToOne(() => CategoryEntity) category: Relation<CategoryEntity>;
}
