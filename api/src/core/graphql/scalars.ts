import Decimal from 'decimal.js';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const badInput = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** Exact decimals travel as strings: JSON numbers are binary and lose the last digit of a score. */
export const DecimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description: 'An exact decimal number, written as a string such as "8.5".',
  serialize: (value) => new Decimal(String(value)).toFixed(),
  parseValue: (value) => parseDecimal(value),
  parseLiteral: (node) => {
    if (node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT)
      return parseDecimal(node.value);
    throw badInput('Decimal must be a string or a number.');
  },
});

function parseDecimal(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !/^-?\d{1,12}(\.\d{1,6})?$/.test(text)) {
    throw badInput('Decimal must look like "8.5", with at most 12 digits before and 6 after the point.');
  }
  return new Decimal(text).toFixed();
}

const isDate = (text: string) => {
  const instant = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
};

/** A calendar day without time or zone. */
export const LocalDateScalar = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  description: 'A calendar day as ISO 8601, such as "2026-11-21"; which zone it is reckoned in, the field says.',
  serialize: (value) => String(value).slice(0, 10),
  parseValue: (value) => {
    if (typeof value !== 'string' || !isDate(value)) throw badInput('LocalDate must look like "2026-11-21".');
    return value;
  },
  parseLiteral: (node) => {
    if (node.kind !== Kind.STRING || !isDate(node.value)) throw badInput('LocalDate must look like "2026-11-21".');
    return node.value;
  },
});

const isInstant = (text: string) =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text) &&
  !Number.isNaN(Date.parse(text));

export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant in UTC as ISO 8601, such as "2026-11-21T12:00:00.000Z".',
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  parseValue: (value) => {
    if (typeof value !== 'string' || !isInstant(value))
      throw badInput('DateTime must be an ISO 8601 instant with a zone.');
    return new Date(value);
  },
  parseLiteral: (node) => {
    if (node.kind !== Kind.STRING || !isInstant(node.value)) {
      throw badInput('DateTime must be an ISO 8601 instant with a zone.');
    }
    return new Date(node.value);
  },
});
