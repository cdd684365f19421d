export { Standing } from './standing.entity.ts';
