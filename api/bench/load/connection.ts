import { connect, type Socket } from 'node:net';

export interface Listener {
  /** The connection is there and has nothing to do. */
  ready(connection: Connection): void;
  answered(connection: Connection, outcome: string): void;
  /** Broken, or not to be had; `wasBusy` tells whether an answer was due. */
  lost(connection: Connection, wasBusy: boolean): void;
}

/** Answers are read in place; every connection uses the same room, since each reading ends before the next begins. */
const room = Buffer.allocUnsafe(64 * 1024);
const headEnd = Buffer.from('\r\n\r\n');
const lengthName = Buffer.from('content-length: ');
const typeName = Buffer.from('{"__typename":"');
const codeName = Buffer.from('"code":"');
const lastName = Buffer.from('connection: close\r\n');
const [quote, brace, letterD, zero] = [0x22, 0x7b, 0x64, 0x30];

/** One connection kept alive, one request at a time, and of the answer no more than its length and its outcome. */
export class Connection {
  /** What it waits for, as the one who sends chose to number it. */
  n = -1;
  sentAt = 0;
  intendedAt = 0;
  isBusy = false;
  /** The server has said that it will close the connection. */
  isLast = false;
  private partial: Buffer | null = null;
  private socket: Socket;

  constructor(
    private readonly port: number,
    private readonly valueAt: number,
    private readonly listener: Listener,
  ) {
    this.socket = this.open();
  }

  private open(): Socket {
    this.isLast = false;
    const socket = connect({
      host: '127.0.0.1',
      port: this.port,
      noDelay: true,
      onread: {
        buffer: room,
        callback: (length) => {
          if (this.socket === socket) this.read(room.subarray(0, length));
          return true;
        },
      },
    });
    socket.once('connect', () => this.listener.ready(this));
    socket.once('error', () => undefined);
    // An answer may say that it is the last; the end then comes after it and tells nothing new.
    socket.once('close', () => {
      if (this.socket !== socket) return;
      const wasBusy = this.isBusy;
      this.isBusy = false;
      this.partial = null;
      this.listener.lost(this, wasBusy);
    });
    return socket;
  }

  reopen(): void {
    this.socket.destroy();
    this.socket = this.open();
  }

  close(): void {
    this.socket.destroy();
  }

  send(bytes: Uint8Array, n: number, intendedAt: number, now: number): void {
    this.n = n;
    this.intendedAt = intendedAt;
    this.sentAt = now;
    this.isBusy = true;
    this.socket.write(bytes);
  }

  private read(chunk: Buffer): void {
    // A connection that has asked nothing for a while is told so, and closed.
    if (!this.isBusy) return;
    const data = this.partial ? Buffer.concat([this.partial, chunk]) : chunk;
    const head = data.indexOf(headEnd);
    const length = head < 0 ? 0 : lengthIn(data, head);
    if (head < 0 || data.length < head + 4 + length) {
      this.partial = Buffer.from(data);
      return;
    }
    this.partial = null;
    this.isBusy = false;
    this.listener.answered(this, this.outcomeOf(data, head + 4));
  }

  private outcomeOf(data: Buffer, body: number): string {
    const status = (data[9] ?? 0) * 100 + (data[10] ?? 0) * 10 + (data[11] ?? 0) - zero * 111;
    // Where something went wrong the errors come first.
    if (status === 200 && data[body + 2] === letterD) {
      const value = body + this.valueAt;
      if (data[value] === quote) return data.toString('latin1', value + 1, data.indexOf(quote, value + 1));
      if (data.indexOf(typeName, value) === value) {
        const start = value + typeName.length;
        return data.toString('latin1', start, data.indexOf(quote, start));
      }
      if (data.toString('latin1', value, value + 4) === 'true') return 'true';
      if (data[value] === brace) return 'object';
    }
    const last = status === 200 ? -1 : data.indexOf(lastName);
    this.isLast = last >= 0 && last < body;
    const code = data.indexOf(codeName, body);
    const name =
      code < 0 ? '' : data.toString('latin1', code + codeName.length, data.indexOf(quote, code + codeName.length));
    return status === 200 ? name || 'no outcome' : `${status} ${name || 'without a code'}`;
  }
}

function lengthIn(data: Buffer, head: number): number {
  const name = data.indexOf(lengthName);
  if (name < 0 || name > head) return 0;
  let length = 0;
  for (let at = name + lengthName.length; ; at += 1) {
    const digit = (data[at] ?? 0) - zero;
    if (digit < 0 || digit > 9) return length;
    length = length * 10 + digit;
  }
}
