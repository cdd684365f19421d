import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../../core/context.ts';
import { seatJudge } from './seat-judge.ts';
import { SeatJudgeInput, SeatJudgeResult, SetLoadLimitInput, SetLoadLimitResult } from './seat.types.ts';
import { setLoadLimit } from './set-load-limit.ts';

@Resolver()
export class SeatResolver {
  @Mutation(() => SeatJudgeResult)
  async seatJudge(@Arg('input', () => SeatJudgeInput) input: SeatJudgeInput, @Ctx() context: Context) {
    return await seatJudge(context, input);
  }

  @Mutation(() => SetLoadLimitResult)
  async setLoadLimit(@Arg('input', () => SetLoadLimitInput) input: SetLoadLimitInput, @Ctx() context: Context) {
    return await setLoadLimit(context, input);
  }
}
