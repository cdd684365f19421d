import type { Socket } from 'node:net';
import { plainRequest, type PlainRequest } from './plain-request.ts';

export interface Gate {
  /** The bytes of a refusal; null where the request is let in. */
  refuse: (request: PlainRequest) => string | null;
  /**
   * Answers what was let in, ahead of the parser; false where that is not for it to answer. `done` is called once, later,
   * with the bytes, or with null where it turned out not to be for it after all. It does not throw.
   */
  serve: (request: PlainRequest, socket: Socket, done: (bytes: string | null) => void) => boolean;
  /** What was let in has been answered here, or came to nothing. */
  release: () => void;
}

interface Watched {
  /** Every chunk so far was one whole request, so the parser stands between two of them. */
  isClean: boolean;
  /** The parser has read a request to its end; before that its clock for slow clients runs. */
  isFed: boolean;
  /** Requests handed on that have no answer yet: what is answered here must not overtake theirs. */
  unanswered: number;
  /** The request on its way to the listener was let in already. */
  isAdmitted: boolean;
  /** It was given back by who serves here. */
  isGivenBack: boolean;
  /** What came while a request is being answered here, and has to wait for it. */
  later: Buffer[] | null;
  /** Nothing more is read until then. */
  isHeld: boolean;
}

const watched = new WeakMap<Socket, Watched>();

/** Whether the request that the listener has just got was let in at the socket; true once. */
export function wasAdmitted(socket: Socket): boolean {
  const state = watched.get(socket);
  if (!state?.isAdmitted) return false;
  state.isAdmitted = false;
  return true;
}

/** Whether who serves at the socket has tried the request that the listener has just got, in vain; true once. */
export function wasGivenBack(socket: Socket): boolean {
  const state = watched.get(socket);
  if (!state?.isGivenBack) return false;
  state.isGivenBack = false;
  return true;
}

export function answered(socket: Socket): void {
  const state = watched.get(socket);
  if (!state) return;
  state.unanswered -= 1;
  state.isFed = true;
}

/** Bytes of answers that a client has not read; nobody who reads them gets near. */
const mostUnread = 16 * 1024;

/**
 * Refuses requests, and answers those that come by the ten thousand, before Node's parser sees them: taking a request
 * apart and writing an answer costs Node's server two thirds more than the socket alone (`bench vote`, `bench flood`).
 * Under three times the votes a server can count, two of three requests are refused, so this is what decides how much
 * time is left for the third.
 *
 * To be called when the HTTP server has taken the socket. Its listener for data is set aside and gets what passes here.
 * Only requests that come whole, alone, and in the plainest form are answered here; the first that does not leaves all
 * the rest of the connection to the parser, so the two can never disagree about where a request ends.
 */
export function watch(socket: Socket, gate: Gate): void {
  const listeners = socket.listeners('data') as ((chunk: Buffer) => void)[];
  const [parse] = listeners;
  if (!parse || listeners.length > 1) return;
  socket.removeListener('data', parse);
  const state: Watched = {
    isClean: true,
    isFed: false,
    unanswered: 0,
    isAdmitted: false,
    isGivenBack: false,
    later: null,
    isHeld: false,
  };
  watched.set(socket, state);
  let idleMs = 0;

  const pass = (chunk: Buffer) => {
    state.unanswered += 1;
    parse.call(socket, chunk);
    // The listener has been called by now, unless the parser found fault with what it got.
    if (wasAdmitted(socket)) gate.release();
  };

  const take = (chunk: Buffer) => {
    if (!socket.writable) return;
    const request = state.isClean ? plainRequest(chunk) : null;
    if (!request) {
      state.isClean = false;
      parse.call(socket, chunk);
      return;
    }
    if (request.isShed && state.isFed && state.unanswered === 0) {
      if (socket.writableLength > mostUnread) {
        socket.destroy();
        return;
      }
      const refusal = gate.refuse(request);
      if (refusal !== null) {
        socket.write(refusal, 'latin1');
        return;
      }
      if (gate.serve(request, socket, (bytes) => finish(chunk, bytes))) {
        state.later = [];
        // As Node does while it has a request: the clock of idle connections stands still.
        idleMs = socket.timeout ?? 0;
        socket.setTimeout(0);
        return;
      }
      state.isAdmitted = true;
    }
    pass(chunk);
  };

  const finish = (chunk: Buffer, bytes: string | null) => {
    const later = state.later ?? [];
    state.later = null;
    const isOpen = socket.writable && !socket.destroyed && !socket.readableEnded;
    // Back into the stream, never into the parser: once a socket is closed, its parser is another connection's. And before
    // the parser hears anything, so that what it wants of the stream (a pause) has the last word.
    if (isOpen && state.isHeld) {
      for (const next of later.toReversed()) socket.unshift(next);
      socket.resume();
    }
    state.isHeld = false;
    socket.setTimeout(idleMs);
    if (bytes === null && isOpen) {
      state.isAdmitted = true;
      state.isGivenBack = true;
      pass(chunk);
      state.isGivenBack = false;
    } else {
      if (bytes !== null && socket.writable) socket.write(bytes, 'utf8');
      gate.release();
    }
  };

  const accept = (chunk: Buffer) => {
    if (!state.later) return take(chunk);
    state.later.push(chunk);
    state.isHeld = true;
    socket.pause();
  };
  socket.on('data', accept);
}
