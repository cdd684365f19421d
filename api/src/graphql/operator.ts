import type { Context } from '../context.ts';
import { forbidden } from './refusals.ts';

/** Setting up regions, organizations, competitions and panels is for whoever operates the installation. */
export function assertOperator(context: Context): void {
  if (!context.isOperator) throw forbidden(context);
}
