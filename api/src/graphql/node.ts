import { ID, Field, InterfaceType } from 'type-graphql';
import { Entity, PrimaryKey } from '@mikro-orm/decorators/legacy';
import { v7 } from 'uuid';

/** Identifiers are UUIDv7, made here: no sequence tells how many there are, and indexes stay local in time. */
export const newId = (): string => v7();

@Entity({ abstract: true })
@InterfaceType('Node', { description: 'Anything that has an identity of its own.' })
export abstract class Node {
  @Field(() => ID, { description: 'Opaque; tells nothing about how many there are.' })
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
}
