import { day, daily, days, hour, opensAt, type Origin, type Stage } from './world.ts';

const minute = 60_000;

/** Each casts the votes of one kind of attack on one entry. */
type Case = (stage: Stage, e: number) => void;

interface Plan {
  origin: Origin;
  votes: number;
  castAt: (i: number) => number;
  network: (i: number) => (at: number) => string;
  /** Whole days the identities are old. */
  age: () => number;
}

/** Every vote by another voter, who chooses nothing else. */
function crowd(stage: Stage, e: number, { origin, votes, castAt, network, age }: Plan): void {
  const entryId = stage.entries[e]!.id;
  for (let i = 0; i < votes; i += 1) {
    const at = castAt(i);
    stage.add({
      origin,
      entryId,
      voterId: stage.voter(origin),
      castAt: at,
      network: network(i)(at),
      identityAgeDays: age(),
    });
  }
}

const proxies = (stage: Stage) => () => daily(`proxy-${stage.random.below(50_000)}`);

/** A: a data center, 3,000 votes in half an hour out of one network, at any time of day. */
const dataCenter: Case = (stage, e) => {
  const start = opensAt + stage.random.between(0, days * day - hour);
  const network = daily(`server-${e}`);
  crowd(stage, e, {
    origin: 'A',
    votes: 3_000,
    castAt: () => start + stage.random.between(0, 30 * minute),
    network: () => network,
    age: () => 0,
  });
};

/** B: a metered drip, 4,000 votes over ten days through proxies: one every 216 seconds, give or take a tenth. */
const drip: Case = (stage, e) => {
  const start = opensAt + stage.random.between(0, 4 * day);
  const beat = (10 * day) / 4_000;
  let at = start;
  crowd(stage, e, {
    origin: 'B',
    votes: 4_000,
    castAt: () => (at += beat * stage.random.between(0.9, 1.1)),
    network: proxies(stage),
    age: () => stage.random.below(2),
  });
};

/** C: 2,000 paid people with aged accounts, on their own phones, in daytime over three days. */
const paidPeople: Case = (stage, e) => {
  const first = stage.random.below(days - 3);
  crowd(stage, e, {
    origin: 'C',
    votes: 2_000,
    castAt: () => {
      const at = stage.instantOn(first + stage.random.below(3));
      const ofDay = (at - opensAt) % day;
      return ofDay < 8 * hour ? at + 10 * hour : at;
    },
    network: () => stage.ordinaryNetwork(),
    age: () => 30 + stage.random.below(300),
  });
};

/** D: 900 accounts that serve three clients, and choose three to six others to look like people. */
function farm(stage: Stage, clients: readonly number[]): void {
  for (let account = 0; account < 900; account += 1) {
    const voterId = stage.voter('D');
    const networkAt = proxies(stage)();
    const age = 20 + stage.random.below(200);
    const others = Array.from({ length: 3 + stage.random.below(4) }, () => stage.liked(stage.region()));
    const mixed = [
      ...clients.map((e) => ({ e, isCamouflage: false })),
      ...[...new Set(others)].filter((e) => !clients.includes(e)).map((e) => ({ e, isCamouflage: true })),
    ]
      .map((choice) => ({ choice, place: stage.random.unit() }))
      .toSorted((a, b) => a.place - b.place);
    let dayNumber = stage.random.below(days - 4);
    let at = stage.instantOn(dayNumber);
    for (const [i, { choice }] of mixed.entries()) {
      // Three votes a day.
      if (i > 0 && i % 3 === 0) at = stage.instantOn((dayNumber += 1));
      at += stage.random.between(5_000, 60_000);
      stage.add({
        origin: 'D',
        isCamouflage: choice.isCamouflage,
        entryId: stage.entries[choice.e]!.id,
        voterId,
        castAt: at,
        network: networkAt(at),
        identityAgeDays: age,
      });
    }
  }
}

/** E: 2,850 votes from half past midnight to half past seven through proxies: the Guimarães pattern. */
const nightProxies: Case = (stage, e) => {
  const start = opensAt + stage.random.below(days) * day + 30 * minute;
  crowd(stage, e, {
    origin: 'E',
    votes: 2_850,
    castAt: () => start + stage.random.between(0, 7 * hour),
    network: proxies(stage),
    age: () => 0,
  });
};

/** H1: an honest school, 1,500 people behind one network in forty minutes, who sign up in order to vote. */
const school: Case = (stage, e) => {
  const start = opensAt + stage.random.below(days) * day + stage.random.between(9, 16) * hour;
  const network = daily(`school-${e}`);
  crowd(stage, e, {
    origin: 'H1',
    votes: 1_500,
    castAt: () => start + stage.random.between(0, 40 * minute),
    network: () => network,
    age: () => 0,
  });
};

/** H2: an honest chat group, 600 people in five hours, each on their own phone, who sign up in order to vote. */
const chatGroup: Case = (stage, e) => {
  const start = opensAt + stage.random.below(days) * day + stage.random.between(8, 18) * hour;
  crowd(stage, e, {
    origin: 'H2',
    votes: 600,
    castAt: () => start + stage.random.between(0, 5 * hour),
    network: () => stage.ordinaryNetwork(),
    age: () => 0,
  });
};

export const cases = { A: dataCenter, B: drip, C: paidPeople, E: nightProxies, H1: school, H2: chatGroup };
export { farm };
