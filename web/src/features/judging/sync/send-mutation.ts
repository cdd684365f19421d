import type { ApolloClient } from '@apollo/client';
import { codeOf, kindOf } from '../../../apollo/errors';
import { DeclareConflictDocument } from '../../../gql/DeclareConflict';
import { OutboxOwnerDocument } from '../../../gql/OutboxOwner';
import { SaveMarksDocument } from '../../../gql/SaveMarks';
import { SubmitSheetDocument } from '../../../gql/SubmitSheet';
import type { Delivery } from './sync-queue';
import type { PendingSheet, PendingMutation } from './outbox';

/** A request without an answer for so long is given up and sent again, in milliseconds. */
const patience = 30_000;

/** Sends the pending mutations of one person, and says what each answer means. */
export function sendMutations(client: ApolloClient, personId: string) {
  return async (mutation: PendingMutation, { assignmentId }: PendingSheet): Promise<Delivery> => {
    try {
      return await deliver(client, mutation, assignmentId);
    } catch (error) {
      switch (codeOf(error)) {
        case 'UNAUTHENTICATED':
          return { is: 'signedOut' };
        case 'NOT_FOUND':
          return await afterLoss(client, mutation, { assignmentId, personId, message: (error as Error).message });
        default:
          return { is: ['network', 'busy'].includes(kindOf(error)) ? 'unreachable' : 'faulty' };
      }
    }
  };
}

const context = () => ({ staysOnPage: true, fetchOptions: { signal: AbortSignal.timeout(patience) } });

async function deliver(client: ApolloClient, mutation: PendingMutation, assignmentId: string): Promise<Delivery> {
  switch (mutation.kind) {
    case 'save': {
      const marks = Object.entries(mutation.marks).map(([criterionId, value]) => ({ criterionId, value }));
      const input = { assignmentId, marks, comment: mutation.comment ?? null, saveId: mutation.id };
      const { data } = await client.mutate({ mutation: SaveMarksDocument, variables: { input }, context: context() });
      const result = data?.saveMarks;
      if (!result) return { is: 'faulty' };
      if (result.__typename === 'SaveMarksSuccess') return { is: 'done' };
      // Handed in from another device meanwhile.
      return { is: result.__typename === 'SheetSubmittedError' ? 'over' : 'refused', message: result.message };
    }
    case 'submit': {
      const input = { assignmentId };
      const { data } = await client.mutate({ mutation: SubmitSheetDocument, variables: { input }, context: context() });
      const result = data?.submitSheet;
      if (!result) return { is: 'faulty' };
      switch (result.__typename) {
        case 'SubmitSheetSuccess':
          return { is: 'done' };
        case 'SheetSubmittedError':
          // Sent before, and the answer was lost: its seal is still to be learned.
          await client.refetchQueries({ include: 'active' });
          return { is: 'done' };
        default:
          return { is: 'refused', message: result.message };
      }
    }
    case 'conflict': {
      const input = { assignmentId, note: mutation.note };
      const { data } = await client.mutate({
        mutation: DeclareConflictDocument,
        variables: { input },
        context: context(),
      });
      const result = data?.declareConflict;
      if (!result) return { is: 'faulty' };
      if (result.__typename !== 'DeclareConflictSuccess') return { is: 'refused', message: result.message };
      forgetAssignment(client, assignmentId);
      return { is: 'done' };
    }
  }
}

/** The sheet does not exist for the signed-in person: it is another one by now, or the sheet was taken from this one. */
async function afterLoss(
  client: ApolloClient,
  mutation: PendingMutation,
  { assignmentId, personId, message }: { assignmentId: string; personId: string; message: string },
): Promise<Delivery> {
  try {
    const { data } = await client.query({
      query: OutboxOwnerDocument,
      variables: { id: assignmentId },
      fetchPolicy: 'no-cache',
      context: context(),
    });
    if (data?.viewer?.id !== personId) return { is: 'signedOut' };
    if (data.assignment) return { is: 'refused', message };
  } catch {
    return { is: 'unreachable' };
  }
  // Released already: by the same mutation, whose answer was lost, or by the organizers.
  return mutation.kind === 'conflict' ? { is: 'done' } : { is: 'over', message };
}

/** It leaves every list of this device. */
function forgetAssignment({ cache }: ApolloClient, id: string): void {
  const key = cache.identify({ __typename: 'Assignment', id });
  if (key) cache.evict({ id: key });
  cache.gc();
}
