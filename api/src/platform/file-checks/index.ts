export { withCheckedFile, type CheckedFile } from './check-file.ts';
export { checkOffice } from './check-office.ts';
export { GateFull } from './gate.ts';
export { Unfit } from './unfit.ts';
