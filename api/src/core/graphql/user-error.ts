import { Field, InterfaceType, ObjectType } from 'type-graphql';

@InterfaceType('UserError', {
  description: 'Something the reader can do something about; `message` is a sentence in the language of the request.',
})
export abstract class UserError {
  @Field(() => String)
  message!: string;
}

@ObjectType({ description: 'A field that does not pass.' })
export class FieldProblem {
  @Field(() => String, { description: 'Path of the field in the input.' })
  path!: string;

  @Field(() => String)
  message!: string;
}

@ObjectType({ implements: UserError, description: 'One or more fields do not pass; nothing was saved.' })
export class InvalidInputError extends UserError {
  @Field(() => [FieldProblem])
  fields!: FieldProblem[];
}

/** Fills a result class; type-graphql tells the members of a union apart by class. */
export function make<T extends object>(type: new () => T, values: T): T {
  return Object.assign(new type(), values);
}
