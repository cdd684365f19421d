import { MessageProblem } from './message.entity.ts';

/** What an error of the mail server means to an organizer. Its words are not kept: they repeat the address. */
export function problemOf(error: unknown): { problem: MessageProblem; replyCode: number | null } {
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown };
  const replyCode = typeof responseCode === 'number' && Number.isInteger(responseCode) ? responseCode : null;
  switch (code) {
    case 'ECONNECTION':
    case 'ETIMEDOUT':
    case 'ESOCKET':
    case 'EDNS':
    case 'ECONNREFUSED':
    case 'ETLS':
      return { problem: MessageProblem.UNREACHABLE, replyCode };
    case 'EAUTH':
    case 'ENOAUTH':
    case 'EOAUTH2':
      return { problem: MessageProblem.NOT_LET_IN, replyCode };
    case 'EENVELOPE':
    case 'EMESSAGE':
      return { problem: MessageProblem.REFUSED, replyCode };
    default:
      return { problem: replyCode ? MessageProblem.REFUSED : MessageProblem.OTHER, replyCode };
  }
}
