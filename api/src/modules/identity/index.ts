export { User, Session, Account, Verification } from './user.entity.ts';
