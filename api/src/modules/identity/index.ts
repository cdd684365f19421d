export { User, Session, Account, Verification } from './user.entity.ts';
export { registerPeople } from './register-people.ts';
export { canonicalEmail } from './canonical-email.ts';
export { canonicalPhone } from './phone.ts';
export { identityOf, shownEmail, type Identity } from './identity.ts';
export type { SignInMethods } from './sign-in-methods.ts';
export { isThrowaway } from './throwaway.ts';
export { ViewerResolver } from './viewer.resolver.ts';
export { ViewerType } from './viewer.types.ts';
