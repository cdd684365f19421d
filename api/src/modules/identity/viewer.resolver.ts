import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { DateTimeScalar } from '../../graphql/scalars.ts';
import { make } from '../../graphql/user-error.ts';
import { ViewerType } from './viewer.types.ts';

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { nullable: true, description: 'Who is signed in; null for a visitor.' })
  viewer(@Ctx() { viewer }: Context): ViewerType | null {
    return viewer && make(ViewerType, viewer);
  }

  @Query(() => DateTimeScalar, { description: 'The instant by which the server decides what is open.' })
  serverTime(@Ctx() { clock }: Context): Date {
    return clock.now();
  }
}
