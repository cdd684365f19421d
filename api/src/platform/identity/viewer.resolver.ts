import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../../core/context.ts';
import { LocalizedText } from '../../core/graphql/localized-text.ts';
import { DateTimeScalar } from '../../core/graphql/scalars.ts';
import { make } from '../../core/graphql/user-error.ts';
import { shownEmail } from './identity.ts';
import { emailOnly } from './sign-in/sign-in-methods.ts';
import { SignInMethodsType, SignInProvider, ViewerType } from './viewer.types.ts';

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { nullable: true, description: 'Who is signed in; null for a visitor.' })
  viewer(@Ctx() { viewer }: Context): ViewerType | null {
    if (!viewer) return null;
    const { id, name, phone = null } = viewer;
    return make(ViewerType, { id, name, phone, email: shownEmail(viewer) });
  }

  @Query(() => SignInMethodsType, { description: 'How people can sign in here, for the page that asks them to.' })
  signInMethods(@Ctx() { locale, signInMethods = emailOnly }: Context): SignInMethodsType {
    const providers = signInMethods.providers.map(({ slug, name }) =>
      make(SignInProvider, { slug, name: LocalizedText.of(name).in(locale) }),
    );
    return make(SignInMethodsType, { hasPhone: signInMethods.hasPhone, providers });
  }

  @Query(() => DateTimeScalar, { description: 'The instant by which the server decides what is open.' })
  serverTime(@Ctx() { clock }: Context): Date {
    return clock.now();
  }
}
