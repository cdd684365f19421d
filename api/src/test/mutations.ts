import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';
import type { Viewer } from '../core/context.ts';
import type { Secrets } from './secrets.ts';
import { schema } from './world.ts';

type Ids = Record<string, readonly string[]>;

/** The ids that a field of an input may be tried with, told by its name; what is not known is somebody's whom nobody knows. */
const idsOf = ({ scene, sheets, members, invitationId }: Secrets): Ids => {
  const { alpha, beta, blind, plain, entries, sending, voter } = scene;
  const once = (values: string[]) => [...new Set(values)];
  return {
    assignmentId: sheets.map(({ id }) => id),
    categoryId: blind.categoryIds,
    competitionId: [blind.id, plain.id],
    entryId: [entries.alpha, entries.beta, entries.earlier, entries.plain].map(({ id }) => id),
    invitationId: [invitationId],
    judgeId: once(sheets.map(({ judge_id }) => judge_id)),
    memberId: members,
    nominationId: [sending.nominationId],
    organizationId: [alpha.id, beta.id],
    panelId: once(sheets.map(({ panel_id }) => panel_id)),
    projectId: [alpha.projectId, beta.projectId],
    stageId: once(sheets.map(({ stage_id }) => stage_id)),
    uploadId: [...alpha.uploadIds, ...beta.uploadIds],
    unitId: [sending.unitId],
    userId: [voter.id],
  };
};

/** A value for a field of an input, as it is written in an operation; `ids` with one id each. */
function literal(type: GraphQLInputType, name: string, id: (name: string) => string): string {
  if (isNonNullType(type)) return literal(type.ofType, name, id);
  if (isListType(type)) return `[${literal(type.ofType, name.replace(/s$/, ''), id)}]`;
  if (isInputObjectType(type)) return inputLiteral(type, id);
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  switch (getNamedType(type).name) {
    case 'ID':
      return JSON.stringify(id(name));
    case 'Int':
    case 'Float':
      return '1';
    case 'Boolean':
      return 'true';
    case 'Decimal':
      return '"5"';
    case 'DateTime':
      return '"2026-11-20T00:00:00Z"';
    case 'LocalDate':
      return '"2026-11-20"';
    default:
      return '"x"';
  }
}

const inputLiteral = (type: GraphQLInputObjectType, id: (name: string) => string): string => {
  const fields = Object.values(type.getFields()).filter(({ name }) => name !== 'proof');
  return `{ ${fields.map((field) => `${field.name}: ${literal(field.type, field.name, id)}`).join(', ')} }`;
};

/**
 * Every mutation of the schema with every id of the world, each tried as if it were the viewer's to do; their own sheets
 * come last, because they change.
 */
export function mutationsOf(secrets: Secrets, viewer: Viewer | null): string[] {
  const ids = idsOf(secrets);
  const own = new Set(secrets.sheets.filter(({ user_id }) => user_id === viewer?.id).map(({ id }) => id));
  const calls = Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap((field) => {
    const [argument] = field.args;
    const type = argument && getNamedType(argument.type);
    if (!isInputObjectType(type)) throw new Error(`say in this file how ${field.name} is called`);
    const most = Math.max(...Object.keys(type.getFields()).map((name) => ids[name]?.length ?? 1));
    return Array.from({ length: most }, (_, i) => {
      const id = (name: string) => {
        const known = ids[name] ?? [];
        return known[i % known.length] ?? crypto.randomUUID();
      };
      return `${field.name}(${argument?.name}: ${inputLiteral(type, id)})`;
    });
  });
  const comments = [...own].map((id) => `saveMarks(input: { assignmentId: "${id}", marks: [], comment: "mine" })`);
  const isOwn = (call: string) => [...own].some((id) => call.includes(id));
  const isLast = (call: string) => call.startsWith('declareConflict');
  const ownCalls = calls.filter(isOwn);
  return [
    ...calls.filter((call) => !isOwn(call)),
    ...comments,
    ...ownCalls.filter((call) => !isLast(call)),
    ...ownCalls.filter(isLast),
  ];
}
