import { Entity, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { CategoryEntity } from '../categories/category.entity.js';
import { MemberEntity } from '../members/member.entity.js';

/** A category that a moderator is limited to; no row for a moderator means every category. */
@Entity({ schema: 'desk', name: 'moderator_category' })
export class ModeratorCategoryEntity {
  @PrimaryColumn('int') memberId: number;
  @PrimaryColumn('int') categoryId: number;

  @ManyToOne(() => MemberEntity, { onDelete: 'CASCADE' }) member: Relation<MemberEntity>;
  @ManyToOne(() => CategoryEntity, { onDelete: 'CASCADE' }) category: Relation<CategoryEntity>;
}
