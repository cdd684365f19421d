/**
 * Who is let in when more come than can be served: a waiting line that keeps one's place. Pure: time, chance and the
 * delay of the event loop are handed in.
 *
 * A request that is refused gets a number. Numbers are called in order as fast as requests are finished, and a called
 * number goes before newcomers: the last quarter of the room is kept for it. Newcomers have the rest, so that nothing
 * stands idle while those who were called are still on their way, or never come back. Calling faster to make up for
 * those who do not come was tried and dropped: they are missed only after the time they were told to wait, and by then
 * the pace had swung so far that the line was out of order by half a minute.
 *
 * It keeps counts only, whatever the number of those who wait; see UsedPlaces for which numbers were used.
 */

/**
 * Requests being answered at once: two batches of votes, of 512 each, on their way or gathering. With more, each vote
 * costs less still, but at three times the capacity there is too little time left to tell all others that they wait
 * (`bench flood`: after two minutes clients gave up). All the rest is waiting, which costs memory and tells nobody how long.
 */
const mostInFlight = 1024;

/** Never fewer, or a slow moment would not let the next batch gather. */
const leastInFlight = 64;

/** The part of the room that newcomers may fill. */
const newcomerShare = 0.75;

const tickMs = 100;

/**
 * A turn of the event loop that takes a fifth of a second (see turn-meter.ts) means that requests are dear (large pages, a slow machine) and
 * their number says too little: the room is halved. It grows again by a tenth per tick, but only once turns are short
 * again; in between it stays as it is, so that it does not swing.
 */
const longTurnMs = 200;
const shortTurnMs = 80;

/**
 * A turn that does not end for a second means that more come than can even be refused. Then fewer are let in, so that all others are
 * told soon that they wait; but never less than half of the room, or the votes would pay for it.
 */
const unendingShare = 0.5;
const unendingTicks = 10;

/** What is forecast before anything was measured; too much only brings somebody back to ask once more. */
const leastRate = 500;

/** Nobody is sent away for longer: the forecast is a guess, and guesses age. */
const longestWaitSeconds = 300;

type Decision =
  | { isAdmitted: true }
  | {
      isAdmitted: false;
      /** The number to come back with. */
      place: number;
      /** How many numbers are called before this one. */
      ahead: number;
      retryAfterSeconds: number;
    };

const admitted: Decision = { isAdmitted: true };

export class Admission {
  #room: number;
  #inFlight = 0;
  #issued = 0;
  #called = 0;
  readonly #used: UsedPlaces;
  #tickAt = Number.NEGATIVE_INFINITY;
  /** Finished requests a second: now, and the best of the last minutes, which forecasts through a standstill. */
  #rate = 0;
  #bestRate = 0;
  #finishedInTick = 0;
  #turnedAwayInTick = 0;
  #ticksInTurn = 0;

  constructor(
    private readonly chance: () => number = Math.random,
    private readonly most = mostInFlight,
    span = lastingPlaces,
  ) {
    this.#room = most;
    this.#used = new UsedPlaces(span);
  }

  get inFlight(): number {
    return this.#inFlight;
  }

  get waiting(): number {
    return this.#issued - this.#called;
  }

  /**
   * @param now milliseconds of a clock that never goes back
   * @param place the number the request brings; null for a newcomer. Only numbers that we gave out.
   * @param longestTurn the longest turn of the event loop since it was asked last, in milliseconds; null while one goes on
   */
  decide(now: number, place: number | null, longestTurn: () => number | null): Decision {
    if (now - this.#tickAt >= tickMs) this.#tick(now, longestTurn());
    const isHeld = place !== null && place <= this.#issued && this.#used.isUnused(place, this.#called);
    if (isHeld && place <= this.#called) {
      if (this.#inFlight < this.#room) {
        this.#used.use(place, this.#called);
        return this.#admit();
      }
      this.#turnedAwayInTick += 1;
      return this.#refuse(place);
    }
    if (this.#inFlight < this.#room * newcomerShare) {
      if (isHeld) this.#used.use(place, this.#called);
      return this.#admit();
    }
    if (isHeld) return this.#refuse(place);
    this.#issued += 1;
    return this.#refuse(this.#issued);
  }

  /** To be called once for every request that was admitted, however it ended. */
  finished(): void {
    this.#inFlight -= 1;
    this.#finishedInTick += 1;
  }

  #admit(): Decision {
    this.#inFlight += 1;
    return admitted;
  }

  #refuse(place: number): Decision {
    const ahead = Math.max(0, place - this.#called);
    const rate = Math.max(this.#rate, this.#bestRate / 2, leastRate);
    // Never early, which would be for nothing, and a little spread, or all of a bad second would come back in one.
    const seconds = (ahead / rate) * (1 + this.chance() / 20) + this.chance();
    return {
      isAdmitted: false,
      place,
      ahead,
      retryAfterSeconds: Math.min(longestWaitSeconds, Math.max(1, Math.ceil(seconds))),
    };
  }

  #tick(now: number, longestTurn: number | null): void {
    const elapsed = Math.min(now - this.#tickAt, 60_000);
    this.#tickAt = now;
    const isFirst = this.#bestRate === 0 && this.#finishedInTick === 0;
    if (!isFirst) {
      const rate = (this.#finishedInTick * 1000) / elapsed;
      this.#rate += (rate - this.#rate) * (1 - Math.exp(-elapsed / 500));
      this.#bestRate = Math.max(this.#rate, this.#bestRate * Math.exp(-elapsed / 60_000));
    }
    // Those who were called and found no room come again in a second; until they are in, somewhat fewer are called.
    const share = this.#turnedAwayInTick > 0 ? 0.8 : 1;
    const next = Math.min(this.#issued, this.#called + Math.ceil(this.#finishedInTick * share));
    this.#used.move(this.#called, next);
    this.#called = next;
    this.#ticksInTurn = longestTurn === null ? this.#ticksInTurn + 1 : 0;
    if (longestTurn === null) {
      if (this.#ticksInTurn >= unendingTicks) {
        this.#room = Math.max(Math.min(this.#room, this.most * unendingShare), this.#room * 0.9);
      }
    } else if (longestTurn > longTurnMs) this.#room = Math.max(Math.min(leastInFlight, this.most), this.#room / 2);
    else if (longestTurn < shortTurnMs) this.#room = Math.min(this.most, this.#room * 1.1);
    this.#finishedInTick = 0;
    this.#turnedAwayInTick = 0;
  }
}

/** Numbers stay good until so many more were called: a minute and a half at 10,000 a second. */
const lastingPlaces = 1 << 20;

/**
 * Which numbers were used, so that each lets in once: one byte each in a ring, for those called last and for those
 * called next, who may find room before their turn.
 */
class UsedPlaces {
  readonly #used: Uint8Array;

  constructor(private readonly span: number) {
    this.#used = new Uint8Array(2 * span);
  }

  isUnused(place: number, called: number): boolean {
    // So far back in the line there are no marks yet. Whoever finds room there takes it as any newcomer would.
    if (place >= called + this.span) return true;
    return place > called - this.span && this.#used[place % (2 * this.span)] === 0;
  }

  use(place: number, called: number): void {
    if (place < called + this.span) this.#used[place % (2 * this.span)] = 1;
  }

  /** Numbers are called from one to another: those that come into the ring at its far end take over old marks. */
  move(from: number, to: number): void {
    for (let place = from; place < to; place += 1) this.#used[(place + this.span) % (2 * this.span)] = 0;
  }
}
