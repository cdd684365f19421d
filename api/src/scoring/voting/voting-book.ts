import type { EntityManager } from '@mikro-orm/postgresql';
import {
  BallotRule,
  defaultBallotRule,
  isPublic,
  type BallotRuleValues,
} from '../../competition/competitions/index.ts';

/** What has to be known of a competition to vote in it. */
export interface VotingPage {
  competitionId: string;
  timeZone: string;
  /** Whether everybody may know of it; where not, its organizers alone vote. */
  isPublic: boolean;
  rule: BallotRuleValues;
  /** Null where there is no public vote. */
  stage: { opensAt: Date; closesAt: Date; revision: number } | null;
  entries: ReadonlyMap<string, VotingEntry>;
}

interface VotingEntry {
  id: string;
  organizationId: string;
  categoryId: string;
}

interface StageRow {
  competition_id: string;
  opens_at: string | Date;
  closes_at: string | Date;
  revision: number;
}

/**
 * Rules, windows and accepted entries of the competitions, in memory, so that a vote asks the database only to be
 * written. It may be out of date; nothing is decided by it alone. What it lets pass is checked again in the
 * transaction that writes (`revision` and window of the stage, read under a lock), and before it refuses anything
 * `refreshed` asks whether it still holds.
 */
export class VotingBook {
  readonly #em: () => EntityManager;
  readonly #pages = new Map<string, Promise<VotingPage | null>>();
  readonly #pageOfEntry = new Map<string, VotingPage>();
  readonly #checks = new Map<string, Promise<VotingPage | null>>();

  /** @param em a fresh entity manager for each reading. */
  constructor(em: () => EntityManager) {
    this.#em = em;
  }

  /** The page an accepted entry stands on; at once where it is known. */
  pageOfEntry(entryId: string): VotingPage | Promise<VotingPage | null> {
    return this.#pageOfEntry.get(entryId) ?? this.#findEntry(entryId);
  }

  page(competitionId: string): Promise<VotingPage | null> {
    let page = this.#pages.get(competitionId);
    if (!page) this.#pages.set(competitionId, (page = this.#read(competitionId)));
    return page;
  }

  /** Reads a competition anew, whatever is known. */
  reread(competitionId: string): Promise<VotingPage | null> {
    const page = this.#read(competitionId);
    this.#pages.set(competitionId, page);
    return page;
  }

  /** The page as it stands now: one small question for all who ask at the same time, and a reading if it has changed. */
  refreshed(competitionId: string): Promise<VotingPage | null> {
    let check = this.#checks.get(competitionId);
    if (!check) {
      // Asked on the next turn, so that nobody joins a question that went out before they came.
      check = Promise.resolve().then(async () => {
        this.#checks.delete(competitionId);
        const known = await this.page(competitionId);
        const [now] = await this.#em().execute<StageRow[]>(
          "select competition_id, opens_at, closes_at, revision from stages where competition_id = ? and kind = 'VOTING'",
          [competitionId],
        );
        return isSame(known?.stage ?? null, now) ? known : await this.reread(competitionId);
      });
      this.#checks.set(competitionId, check);
    }
    return check;
  }

  async #findEntry(entryId: string): Promise<VotingPage | null> {
    const [row] = await this.#em().execute<{ competition_id: string }[]>(
      "select competition_id from entries where id = ? and status = 'ACCEPTED'",
      [entryId],
    );
    if (!row) return null;
    const page = await this.page(row.competition_id);
    return page?.entries.has(entryId) ? page : await this.reread(row.competition_id);
  }

  async #read(competitionId: string): Promise<VotingPage | null> {
    const em = this.#em();
    try {
      // The stage first: whatever changes while the rest is read raises its revision past the one noted here.
      const [stage] = await em.execute<StageRow[]>(
        "select competition_id, opens_at, closes_at, revision from stages where competition_id = ? and kind = 'VOTING'",
        [competitionId],
      );
      const rule = await em.findOne(BallotRule, { competition: competitionId }, { populate: ['competition'] });
      if (!rule) return null;
      const entries = await em.execute<{ id: string; organization_id: string; category_id: string }[]>(
        "select id, organization_id, category_id from entries where competition_id = ? and status = 'ACCEPTED'",
        [competitionId],
      );
      const page: VotingPage = {
        competitionId,
        timeZone: rule.competition.$.timeZone,
        isPublic: isPublic(rule.competition.$),
        rule: valuesOf(rule),
        stage: stage
          ? { opensAt: new Date(stage.opens_at), closesAt: new Date(stage.closes_at), revision: stage.revision }
          : null,
        entries: new Map(
          entries.map((row) => [
            row.id,
            { id: row.id, organizationId: row.organization_id, categoryId: row.category_id },
          ]),
        ),
      };
      for (const [id, known] of this.#pageOfEntry) {
        if (known.competitionId === competitionId && !page.entries.has(id)) this.#pageOfEntry.delete(id);
      }
      for (const id of page.entries.keys()) this.#pageOfEntry.set(id, page);
      return page;
    } catch (error) {
      this.#pages.delete(competitionId);
      throw error;
    }
  }
}

/** The rule without the entity's ties to what it was read with. */
const valuesOf = (rule: BallotRule): BallotRuleValues =>
  Object.fromEntries(
    Object.keys(defaultBallotRule).map((name) => [name, rule[name as keyof BallotRuleValues]]),
  ) as unknown as BallotRuleValues;

const isSame = (known: VotingPage['stage'], now: StageRow | undefined): boolean =>
  known === null || now === undefined
    ? known === null && now === undefined
    : known.revision === now.revision &&
      known.opensAt.getTime() === new Date(now.opens_at).getTime() &&
      known.closesAt.getTime() === new Date(now.closes_at).getTime();
