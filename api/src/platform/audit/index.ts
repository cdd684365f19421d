export { AuditEvent } from './audit-event.entity.ts';
export { recordAct } from './record-act.ts';
