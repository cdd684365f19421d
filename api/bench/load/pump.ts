import { processorTimes, stolenSince } from '../support/machine.ts';
import { Connection, type Listener } from './connection.ts';
import { History } from './history.ts';
import { success, type RunOrder, type RunResult, type Target } from './protocol.ts';
import { Requests } from './requests.ts';
import { Tally } from './tally.ts';

/** How long a client waits for a connection and an answer before it gives up. */
const patience = 10_000;
const retryAfter = () => 100 + Math.random() * 200;

/** Nothing can be concluded from these about whether the vote was stored. */
const isUnclear = (outcome: string) =>
  /^(?:connection lost|timeout|INTERNAL_SERVER_ERROR|OverloadedError|429|5\d\d)/.test(outcome);

/**
 * Sends the requests of a run over its connections: as fast as answers come (closed loop), or at a rate of its own
 * (open loop), where a request's time counts from when it should have been sent, also if no connection was free.
 */
export class Pump implements Listener {
  private readonly requests: Requests;
  private readonly tally: Tally;
  private readonly history: History | undefined;
  private readonly connections: Connection[];
  private readonly idle: Connection[] = [];
  private readonly retries: { n: number; at: number }[] = [];
  /** Of an open loop: what should have been sent already, oldest first from `backlogStart`. */
  private readonly backlog: number[] = [];
  private backlogStart = 0;
  private next = 0;
  private busy = 0;
  private retried = 0;
  private startedAt = 0;
  private lastAnswerAt = 0;
  private deadline = Infinity;
  private settleUntil = Infinity;
  private isDone = false;
  private finish: (() => void) | undefined;

  constructor(
    private readonly order: RunOrder,
    target: Target,
  ) {
    this.requests = new Requests(order, target);
    this.tally = new Tally(order.rate !== undefined);
    this.history = order.history === undefined ? undefined : new History(order.history);
    const valueAt = `{"data":{"${order.operation}":`.length;
    const { ports } = target;
    this.connections = Array.from(
      { length: order.connections },
      (_, i) => new Connection(ports[i % ports.length] ?? 0, valueAt, this),
    );
  }

  get ok(): number {
    return this.tally.ok;
  }

  /** Takes nothing new; what has no clear outcome gets this long to find one. */
  stop(settleSeconds: number): void {
    const now = performance.now();
    this.deadline = Math.min(this.deadline, now);
    this.settleUntil = now + settleSeconds * 1000;
  }

  async run(): Promise<RunResult> {
    for (let i = 0; i < 200 && this.idle.length < this.connections.length; i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const { rate, seconds } = this.order;
    this.startedAt = performance.now();
    this.lastAnswerAt = this.startedAt;
    this.deadline = Math.min(this.deadline, this.startedAt + seconds * 1000);
    const cpuBefore = process.cpuUsage();
    const finished = new Promise<void>((resolve) => (this.finish = resolve));
    const ticker = setInterval(() => this.tick(), rate === undefined ? 20 : 1);
    const overseer = setInterval(() => this.oversee(), 500);
    let times = processorTimes();
    let second = 0;
    const watchman = setInterval(() => {
      const share = stolenSince(times);
      const now = Math.floor((performance.now() - this.startedAt) / 1000);
      // One that comes late tells of several.
      for (; second < now; second += 1) this.tally.stolen(second, share);
      times = processorTimes();
    }, 1000);
    this.tick();
    await finished;
    clearInterval(ticker);
    clearInterval(overseer);
    clearInterval(watchman);
    const cpu = process.cpuUsage(cpuBefore);
    for (const connection of this.connections) connection.close();
    this.history?.close();
    return {
      type: 'done',
      ...this.tally.result(),
      seconds: (this.lastAnswerAt - this.startedAt) / 1000,
      sent: this.next,
      cpu: cpu.user + cpu.system,
      retried: this.retried,
      unsettled: this.history ? this.busy + this.retries.length : 0,
    };
  }

  ready(connection: Connection): void {
    if (this.isDone) return;
    if (this.startedAt === 0) this.idle.push(connection);
    else this.feed(connection, performance.now());
  }

  answered(connection: Connection, outcome: string): void {
    const now = performance.now();
    this.busy -= 1;
    this.lastAnswerAt = now;
    this.conclude(connection, outcome, now);
    if (connection.isLast) connection.reopen();
    else this.feed(connection, now);
    if (this.busy === 0) this.endIfDone(now);
  }

  lost(connection: Connection, wasBusy: boolean): void {
    const now = performance.now();
    const place = this.idle.indexOf(connection);
    if (place >= 0) this.idle.splice(place, 1);
    if (wasBusy) {
      this.busy -= 1;
      this.conclude(connection, 'connection lost', now);
    }
    if (!this.isDone) setTimeout(() => !this.isDone && connection.reopen(), retryAfter() / 2);
  }

  private conclude(connection: Connection, outcome: string, now: number): void {
    const { n, intendedAt } = connection;
    this.tally.add(outcome, now - intendedAt, Math.floor((intendedAt - this.startedAt) / 1000));
    if (!this.history) return;
    if (success.has(outcome)) this.history.write('o', n);
    else if (isUnclear(outcome)) {
      this.history.write('u', n);
      this.retries.push({ n, at: now + retryAfter() });
    } else this.history.write('f', n);
  }

  /** Gives a free connection its next request, or lets it wait. */
  private feed(connection: Connection, now: number): void {
    const first = this.retries[0];
    if (first && first.at <= now && now < this.settleUntil) {
      this.retries.shift();
      this.retried += 1;
      this.send(connection, first.n, now, now);
    } else if (this.order.rate === undefined) {
      if (this.next < this.order.limit && now < this.deadline) {
        this.history?.write('i', this.next);
        this.send(connection, this.next, now, now);
        this.next += 1;
      } else this.idle.push(connection);
    } else this.feedBacklog(connection, now);
  }

  private feedBacklog(connection: Connection, now: number): void {
    while (this.backlogStart < this.backlog.length) {
      const intendedAt = this.backlog[this.backlogStart] ?? now;
      this.backlogStart += 1;
      const n = this.next;
      this.next += 1;
      if (now - intendedAt < patience) {
        this.send(connection, n, intendedAt, now);
        return;
      }
      this.tally.add('gave up waiting', now - intendedAt, Math.floor((intendedAt - this.startedAt) / 1000));
    }
    this.idle.push(connection);
  }

  private send(connection: Connection, n: number, intendedAt: number, now: number): void {
    this.busy += 1;
    connection.send(this.requests.nth(n), n, intendedAt, now);
  }

  /** What time brings: the arrivals of an open loop, retries that are due, the end. */
  private tick(): void {
    const now = performance.now();
    const { rate, limit } = this.order;
    if (rate !== undefined) {
      const until = Math.min(now, this.deadline) - this.startedAt;
      const due = Math.min(limit, Math.floor((until * rate) / 1000));
      let known = this.next + this.backlog.length - this.backlogStart;
      for (; known < due; known += 1) {
        const intendedAt = this.startedAt + (known * 1000) / rate;
        this.backlog.push(intendedAt);
        this.tally.sent(Math.floor((intendedAt - this.startedAt) / 1000));
      }
      if (this.backlogStart > 100_000) {
        this.backlog.splice(0, this.backlogStart);
        this.backlogStart = 0;
      }
    }
    for (let count = this.idle.length; count > 0; count -= 1) {
      const connection = this.idle.pop();
      if (!connection) break;
      const before = this.busy;
      this.feed(connection, now);
      // It came back: there is nothing to do for the others either.
      if (this.busy === before) break;
    }
    this.endIfDone(now);
  }

  private oversee(): void {
    const now = performance.now();
    for (const connection of this.connections) {
      if (!connection.isBusy || now - connection.sentAt < patience) continue;
      connection.isBusy = false;
      this.busy -= 1;
      this.conclude(connection, 'timeout', now);
      connection.reopen();
    }
  }

  private endIfDone(now: number): void {
    const { limit } = this.order;
    const isOver = now >= this.deadline || this.next >= limit;
    const hasBacklog = this.backlogStart < this.backlog.length;
    if (!isOver || this.busy > 0 || hasBacklog || this.isDone) return;
    if (this.retries.length > 0 && now < this.settleUntil) return;
    this.isDone = true;
    this.finish?.();
  }
}
