import { Field, ObjectType } from 'type-graphql';
import { Node } from '../../graphql/node.ts';

@ObjectType('Viewer', { implements: Node, description: 'The person who is signed in.' })
export class ViewerType extends Node {
  @Field(() => String)
  email!: string;

  @Field(() => String)
  name!: string;
}
