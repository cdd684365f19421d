import { ID, Field, InterfaceType } from 'type-graphql';
import { Entity, PrimaryKey } from '@mikro-orm/decorators/legacy';
import { v7 } from 'uuid';

let source: () => string = () => v7();

/** Identifiers are UUIDv7, made here: no sequence tells how many there are, and indexes stay local in time. */
export const newId = (): string => source();

/** For seeds, which must come out the same every time: ids from a counter instead of chance. Never for a server. */
export function countIds(): void {
  let counter = 0;
  source = () => {
    counter += 1;
    const random = new Uint8Array(16);
    new DataView(random.buffer).setUint32(12, Math.imul(counter, 2_654_435_761) >>> 0);
    return v7({ msecs: 1_700_000_000_000 + (counter >>> 8), seq: counter, random });
  };
}

@Entity({ abstract: true })
@InterfaceType('Node', { description: 'Anything that has an identity of its own.' })
export abstract class Node {
  @Field(() => ID, { description: 'Opaque; tells nothing about how many there are.' })
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
}
