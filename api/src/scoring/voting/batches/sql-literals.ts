import { isId } from '../../../core/graphql/refusals.ts';

/**
 * Values written into a statement. A batch has hundreds of rows and another number of them each time: as parameters
 * they would need a prepared statement for every size, and cost Node more than PostgreSQL saves. Each of these writes
 * only what cannot end a literal, and throws on anything else.
 */
export const uuid = (value: string): string => {
  if (!isId(value)) throw new Error('not an id');
  return `'${value}'`;
};

export const int = (value: number): string => {
  if (!Number.isSafeInteger(value)) throw new Error('not a whole number');
  return String(value);
};

export const bigint = (value: bigint | null): string => (value === null ? 'null' : `${BigInt.asIntN(64, value)}`);

let last: { value: Date; literal: string } | undefined;

/** All ballots of a batch are cast at one instant, the same object. */
export function instant(value: Date): string {
  if (last?.value !== value) last = { value, literal: `'${value.toISOString()}'` };
  return last.literal;
}

export const day = (value: string): string => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) throw new Error('not a day');
  return `'${value}'`;
};

export const text = (value: string | null): string => {
  if (value === null) return 'null';
  if (value.includes('\0') || value.includes('\\')) throw new Error('a text that cannot stand in a literal');
  return `'${value.replaceAll("'", "''")}'`;
};

export const rows = <T>(values: readonly T[], row: (value: T) => string): string => values.map(row).join(',');

/** Runs a statement in the transaction that is open and brings its rows. */
export type Run = <Row>(statement: string) => Promise<Row[]>;
