import './context.ts';
export { LocalStorage, WrongLength } from './local-storage.ts';
export { openStorage } from './open-storage.ts';
export { isSigned } from './signed-address.ts';
export { StorageFull, TooManyBytes, type Storage } from './storage.ts';
