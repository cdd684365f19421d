import { Entity, Index, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '../../core/graphql/node.ts';

/** Who did what to what, in the transaction of the act itself. Rows are only ever added. */
@Entity({ tableName: 'audit_events' })
@Index({ properties: ['subjectId', 'at'] })
export class AuditEvent extends Node {
  @Property({ type: 'timestamptz' })
  at!: Date;

  /** Null where the operator of the installation acted from the command line. */
  @Property({ type: 'uuid', nullable: true })
  actorId?: string | null;

  /** The use case, such as `decideEntry`. */
  @Property({ type: 'text' })
  act!: string;

  @Property({ type: 'text' })
  subjectType!: string;

  @Property({ type: 'uuid' })
  subjectId!: string;

  @Property({ type: 'jsonb' })
  details!: Record<string, unknown>;
}
