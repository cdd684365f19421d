import type { Context } from '../context.ts';
import { forbidden, unauthenticated } from './refusals.ts';

/** Setting up regions, organizations, competitions and panels is for the operator of the installation. */
export function assertOperator(context: Context): void {
  if (!context.isOperator) throw forbidden(context);
}

/** Before anything is looked up: a visitor learns nothing, not even what exists. */
export function assertSignedIn(context: Context): void {
  if (!context.viewer && !context.isOperator) throw unauthenticated(context);
}
