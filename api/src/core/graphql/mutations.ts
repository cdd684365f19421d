import { Arg, createUnionType, Ctx, Mutation, Resolver, type ClassType } from 'type-graphql';
import type { Context } from '../context.ts';

interface Row {
  input: ClassType;
  act: (context: Context, input: never) => Promise<unknown>;
  answers: ClassType | readonly ClassType[];
  description: string | undefined;
}

type InstanceOf<A> = A extends readonly (new () => infer T)[] ? T : A extends new () => infer T ? T : never;

/**
 * A mutation: its input, the use case that gets it, and what that may answer, which is one class, or its success followed
 * by each refusal that the person can do something about. The compiler holds the use case to both.
 */
export const mutation = <I extends object, const A extends ClassType | readonly ClassType[]>(
  input: new () => I,
  act: (context: Context, input: I) => Promise<InstanceOf<A>>,
  answers: A,
  description?: string,
): Row => ({ input, act, answers, description });

/** A resolver of mutations by their names. Several answers become a union: those of `castVote` are a `CastVoteResult`. */
export function mutations(table: Record<string, Row>): new () => object {
  class Mutations {
    [name: string]: (given: object, context: Context) => Promise<unknown>;
  }
  const { prototype } = Mutations;
  for (const [name, { input, act, answers, description }] of Object.entries(table)) {
    const unionName = `${name.charAt(0).toUpperCase()}${name.slice(1)}Result`;
    const result = Array.isArray(answers) ? createUnionType({ name: unionName, types: () => answers }) : answers;
    prototype[name] = async (given, context) => await act(context, given as never);
    Arg('input', () => input)(prototype, name, 0);
    Ctx()(prototype, name, 1);
    Mutation(() => result as ClassType, { description })(prototype, name, {});
  }
  Resolver()(Mutations);
  return Mutations;
}
