import { Column, Entity, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { CategoryEntity } from '../categories/category.entity.js';
import { MemberEntity } from '../members/member.entity.js';

/** The log of what administrators changed. */
@Entity({ schema: 'desk', name: 'administration' })
export class AdministrationActEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id: string;
  @Column('timestamptz') doneAt: Date;
  @Column('int', { nullable: true }) memberId: number | null;
  @Column('text') memberName: string;
  @Column('text') act: string;
  @Column('int', { nullable: true }) categoryId: number | null;
  @Column('jsonb') detail: object;

  @ManyToOne(() => MemberEntity) member: Relation<MemberEntity> | null;
  @ManyToOne(() => CategoryEntity) category: Relation<CategoryEntity> | null;
}
