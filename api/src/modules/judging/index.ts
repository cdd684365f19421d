export { Assignment, Judge, Mark, Panel } from './judging.entity.ts';
