import { lexicographicSortSchema, printSchema } from 'graphql';
import { makeSchema } from './schema.ts';

export const sortedSdl = (): string => `${printSchema(lexicographicSortSchema(makeSchema()))}\n`;
