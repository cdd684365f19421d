import { describe, expect, test } from 'vitest';
import { Admission } from './admission.ts';

/** Half is never early and never late. */
const middling = () => 0.5;
const smooth = () => 0;

interface Client {
  id: number;
  arrivedAt: number;
  place: number | null;
  servedAt: number | null;
  tries: number;
}

interface Scene {
  /** Requests the server finishes a second. */
  capacity: number;
  /** Newcomers a second at this millisecond. */
  arrivals: (ms: number) => number;
  ms: number;
  /** Whether this client comes back when it is told to. */
  isPatient?: (id: number) => boolean;
}

/** An open loop in steps of a millisecond: clients come whether or not anybody is served. */
function play({ capacity, arrivals, ms, isPatient = () => true }: Scene) {
  const admission = new Admission(middling);
  const clients: Client[] = [];
  const returning = new Map<number, Client[]>();
  const served: Client[] = [];
  const servedPerSecond: number[] = [];
  const refusedPerSecond: number[] = [];
  let owed = 0;
  let finishing = 0;
  let mostWaiting = 0;
  const ask = (client: Client, now: number) => {
    client.tries += 1;
    const decision = admission.decide(now, client.place, smooth);
    if (decision.isAdmitted) {
      client.servedAt = now;
      served.push(client);
      return;
    }
    const second = Math.floor(now / 1000);
    refusedPerSecond[second] = (refusedPerSecond[second] ?? 0) + 1;
    if (!isPatient(client.id)) return;
    client.place = decision.place;
    const at = now + decision.retryAfterSeconds * 1000 + ((client.id * 7919) % 500);
    returning.set(at, [...(returning.get(at) ?? []), client]);
  };
  for (let now = 0; now < ms; now += 1) {
    for (const client of returning.get(now) ?? []) ask(client, now);
    returning.delete(now);
    owed += arrivals(now) / 1000;
    for (; owed >= 1; owed -= 1) {
      const client = { id: clients.length, arrivedAt: now, place: null, servedAt: null, tries: 0 };
      clients.push(client);
      ask(client, now);
    }
    finishing = Math.min(finishing + capacity / 1000, admission.inFlight);
    for (; finishing >= 1; finishing -= 1) {
      admission.finished();
      const second = Math.floor(now / 1000);
      servedPerSecond[second] = (servedPerSecond[second] ?? 0) + 1;
    }
    mostWaiting = Math.max(mostWaiting, admission.waiting);
  }
  return { admission, clients, served, servedPerSecond, refusedPerSecond, mostWaiting };
}

const sum = (numbers: (number | undefined)[]) => numbers.reduce<number>((total, n) => total + (n ?? 0), 0);
const say = (line: string) => process.stdout.write(`  ${line}\n`);

describe('below capacity', () => {
  test('nobody waits', () => {
    const { clients } = play({ capacity: 4_000, arrivals: () => 3_800, ms: 10_000 });
    expect(clients.every(({ tries, servedAt }) => tries === 1 && servedAt !== null)).toBe(true);
  });

  test('a burst that fits the room is let in whole', () => {
    const { clients } = play({ capacity: 4_000, arrivals: (now) => (now === 100 ? 700_000 : 0), ms: 1_000 });
    expect(clients).toHaveLength(700);
    expect(clients.every(({ tries }) => tries === 1)).toBe(true);
  });
});

describe('at three times the capacity for half a minute', () => {
  const capacity = 4_000;
  const flood = (now: number) => (now < 30_000 ? 3 * capacity : capacity / 2);

  test('with people who wait: all of them are served, in order, and the server is never idle', () => {
    const { clients, servedPerSecond, refusedPerSecond, served, mostWaiting } = play({
      capacity,
      arrivals: flood,
      ms: 170_000,
    });
    const during = sum(servedPerSecond.slice(0, 30)) / (30 * capacity);
    const crowd = clients.filter(({ arrivedAt }) => arrivedAt < 30_000);
    const unserved = crowd.filter(({ servedAt }) => servedAt === null).length;
    // After n who came before have been served at full speed, it is one's turn.
    const late = crowd.map(({ id, servedAt }) => (servedAt ?? Number.POSITIVE_INFINITY) / 1000 - id / capacity);
    const worst = late.reduce((most, seconds) => Math.max(most, seconds), 0);
    // Seconds by which somebody who had waited was served after somebody who had come later.
    let latest = 0;
    let overtaken = 0;
    for (const { arrivedAt, tries } of served) {
      if (tries > 1 && arrivedAt < 30_000) overtaken = Math.max(overtaken, (latest - arrivedAt) / 1000);
      if (tries > 1) latest = Math.max(latest, arrivedAt);
    }
    const tries = crowd.reduce((total, client) => total + client.tries, 0) / crowd.length;
    const refused = Math.max(...refusedPerSecond.map((n) => n ?? 0));
    say(
      `3 × ${capacity}/s, all wait: goodput ${(during * 100).toFixed(1)} % of capacity, longest line ${mostWaiting}, ` +
        `${tries.toFixed(2)} tries each, at most ${refused} refusals/s, served at worst ${worst.toFixed(1)} s later than in strict order, ` +
        `and after somebody who came ${overtaken.toFixed(1)} s later`,
    );
    expect(during).toBeGreaterThan(0.98);
    expect(unserved).toBe(0);
    expect(overtaken).toBeLessThan(15);
    expect(worst).toBeLessThan(30);
    expect(tries).toBeLessThan(4);
  });

  test('with a crowd that never comes back: as much is served, and after the last of it nobody is refused', () => {
    const { servedPerSecond, clients } = play({ capacity, arrivals: flood, ms: 45_000, isPatient: () => false });
    const during = sum(servedPerSecond.slice(0, 30)) / (30 * capacity);
    const after = clients.filter(({ arrivedAt }) => arrivedAt >= 30_500);
    say(
      `3 × ${capacity}/s, nobody waits: goodput ${(during * 100).toFixed(1)} %, ` +
        `${after.filter(({ servedAt }) => servedAt === null).length} refused after the first half second of calm`,
    );
    expect(during).toBeGreaterThan(0.98);
    expect(after.every(({ servedAt }) => servedAt !== null)).toBe(true);
  });

  test('with a crowd of which half waits: those who wait go before those who do not', () => {
    const isPatient = (id: number) => id % 2 === 0;
    const { servedPerSecond, clients } = play({ capacity, arrivals: flood, ms: 150_000, isPatient });
    const during = sum(servedPerSecond.slice(0, 30)) / (30 * capacity);
    const share = (wanted: boolean, from: number, to: number) => {
      const group = clients.filter(
        ({ id, arrivedAt }) => isPatient(id) === wanted && arrivedAt >= from && arrivedAt < to,
      );
      return group.filter(({ servedAt }) => servedAt !== null).length / group.length;
    };
    const patient = share(true, 0, 30_000);
    const hasty = share(false, 2_000, 30_000);
    say(
      `half waits: goodput ${(during * 100).toFixed(1)} %, served of those who wait ${(patient * 100).toFixed(1)} %, of the others ${(hasty * 100).toFixed(1)} %`,
    );
    expect(during).toBeGreaterThan(0.98);
    expect(patient).toBe(1);
    expect(hasty).toBeLessThan(0.3);
  });
});

describe('a place', () => {
  /** A full server that has turned one client away. */
  const full = () => {
    const admission = new Admission(middling, 100);
    let place = 0;
    for (let i = 0; i < 76; i += 1) {
      const decision = admission.decide(0, null, smooth);
      if (!decision.isAdmitted) place = decision.place;
    }
    return { admission, place };
  };
  /** One finishes, and a tick later its number is called; a newcomer takes the room that was left. */
  const call = (admission: Admission, now = 200) => {
    admission.finished();
    expect(admission.decide(now, null, smooth).isAdmitted).toBe(true);
  };

  test('is kept by whoever comes too early', () => {
    const { admission, place } = full();
    for (let i = 0; i < 5; i += 1) expect(admission.decide(50, place, smooth)).toMatchObject({ place, ahead: place });
  });

  test('that is called lets in where a newcomer is refused, and only once', () => {
    const { admission, place } = full();
    call(admission);
    expect(admission.decide(201, null, smooth).isAdmitted).toBe(false);
    expect(admission.decide(201, place, smooth).isAdmitted).toBe(true);
    const replays = Array.from({ length: 1_000 }, () => admission.decide(202, place, smooth));
    expect(replays.some(({ isAdmitted }) => isAdmitted)).toBe(false);
    expect(replays.every((decision) => !decision.isAdmitted && decision.place > place)).toBe(true);
  });

  test('that was never given out is none', () => {
    const { admission } = full();
    for (const place of [1e15, 2, -1, 0.5, Number.NaN]) {
      const decision = admission.decide(10, place, smooth);
      if (decision.isAdmitted) throw new Error('expected to be refused');
      expect(decision.place).toBeGreaterThan(1);
    }
  });

  test('is good until so many more were called, and then is none', () => {
    const admission = new Admission(middling, 100, 16);
    for (let i = 0; i < 75; i += 1) admission.decide(0, null, smooth);
    for (let i = 0; i < 60; i += 1) admission.decide(0, null, smooth);
    /** Finishes so many, so that about as many are called, and fills the room again. */
    const serve = (requests: number, now: number) => {
      for (let i = 0; i < requests; i += 1) admission.finished();
      for (let i = 0; i < requests; i += 1) admission.decide(now, null, smooth);
    };
    serve(10, 200);
    expect(admission.decide(201, 1, smooth).isAdmitted).toBe(true);
    expect(admission.decide(202, 2, smooth).isAdmitted).toBe(true);
    serve(10, 400);
    serve(10, 600);
    const tooLate = admission.decide(601, 3, smooth);
    expect(!tooLate.isAdmitted && tooLate.place > 60).toBe(true);
    expect(admission.decide(601, 25, smooth).isAdmitted).toBe(true);
  });
});

describe('long turns of the event loop', () => {
  const room = (admission: Admission, now: number) => {
    let admitted = 0;
    while (admission.decide(now, null, smooth).isAdmitted) admitted += 1;
    for (let i = 0; i < admitted; i += 1) admission.finished();
    return admitted;
  };

  test('halve the room, down to a least; short turns bring it back, and those between leave it', () => {
    const admission = new Admission(middling, 1024);
    expect(room(admission, 0)).toBe(768);
    admission.decide(100, null, () => 250);
    admission.finished();
    expect(room(admission, 101)).toBe(384);
    for (let tick = 2; tick < 10; tick += 1) {
      admission.decide(tick * 100, null, () => 250);
      admission.finished();
    }
    expect(room(admission, 901)).toBe(48);
    for (let tick = 10; tick < 20; tick += 1) {
      admission.decide(tick * 100, null, () => 120);
      admission.finished();
    }
    expect(room(admission, 1_901)).toBe(48);
    for (let tick = 20; tick < 50; tick += 1) {
      admission.decide(tick * 100, null, () => 20);
      admission.finished();
    }
    expect(room(admission, 4_901)).toBe(768);
  });

  test('a turn that does not end for a second takes half of the room at most, and leaves what is less as it is', () => {
    const admission = new Admission(middling, 1024);
    const tick = (from: number, to: number, turn: number | null) => {
      for (let n = from; n < to; n += 1) {
        admission.decide(n * 100, null, () => turn);
        admission.finished();
      }
      return room(admission, (to - 1) * 100 + 1);
    };
    expect(tick(0, 9, null)).toBe(768);
    expect(tick(9, 11, null)).toBeLessThan(768);
    expect(tick(11, 30, null)).toBe(384);
    expect(tick(30, 33, 250)).toBe(48);
    expect(tick(33, 50, null)).toBe(48);
    expect(tick(50, 90, 20)).toBe(768);
  });
});

test('a standstill is forecast by what was possible before it', () => {
  const admission = new Admission(middling);
  for (let now = 0; now < 5_000; now += 1) {
    for (let i = 0; i < 4; i += 1) if (admission.decide(now, null, smooth).isAdmitted) admission.finished();
  }
  // Then the database is gone for ten seconds, and 9,000 come.
  let last = 0;
  for (let i = 0; i < 9_000; i += 1) {
    const decision = admission.decide(5_000 + i, null, smooth);
    if (!decision.isAdmitted) last = decision.retryAfterSeconds;
  }
  expect(last).toBeLessThanOrEqual(10);
});
