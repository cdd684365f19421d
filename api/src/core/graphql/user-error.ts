import type { Locale } from '../locale.ts';
import { message, type MessageKey } from '../messages.ts';
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

type Fields<T> = Omit<T, 'message'>;
type Values = Record<string, unknown>;

/** A refusal in the reader's language; `values` fill the sentence, `fields` are what it carries besides. */
export const userError = <T extends UserError>(
  { locale }: { locale: Locale },
  type: new () => T,
  key: MessageKey,
  ...[fields, values]: {} extends Fields<T>
    ? [fields?: Fields<T>, values?: Values]
    : [fields: Fields<T>, values?: Values]
): T => make(type, { ...fields, message: message(locale, key, values) } as T);
