import { Field, ObjectType } from 'type-graphql';
import { Node } from '../../core/graphql/node.ts';

@ObjectType('Viewer', { implements: Node, description: 'The person who is signed in.' })
export class ViewerType extends Node {
  @Field(() => String, {
    nullable: true,
    description: 'The mailbox they sign in with; null for who signs in by phone or through another login.',
  })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'The number they sign in with, such as +8613800138000.' })
  phone!: string | null;

  @Field(() => String, { description: 'Empty where we were never told.' })
  name!: string;
}

@ObjectType({ description: "Another login through which people sign in: WeChat, or an organization's own." })
export class SignInProvider {
  @Field(() => String)
  slug!: string;

  @Field(() => String, { description: 'In the language of the request.' })
  name!: string;
}

@ObjectType('SignInMethods', {
  description: 'How people can sign in to this installation. A code by e-mail is always possible.',
})
export class SignInMethodsType {
  @Field(() => Boolean, { description: 'Whether codes are sent by SMS as well.' })
  hasPhone!: boolean;

  @Field(() => [SignInProvider])
  providers!: SignInProvider[];
}
