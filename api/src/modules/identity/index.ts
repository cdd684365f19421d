export { User, Session, Account, Verification } from './user.entity.ts';
export { registerPeople } from './register-people.ts';
export { ViewerResolver } from './viewer.resolver.ts';
export { ViewerType } from './viewer.types.ts';
