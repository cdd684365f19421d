import type { EntityManager } from '@mikro-orm/postgresql';
import { LRUCache } from 'lru-cache';
import { readMarks, type JudgedStage } from './read-marks.ts';
import { scoreStage, type StageScores } from './score-stage.ts';

interface Page {
  revision: string;
  scores: Promise<StageScores>;
}

/** Stages whose scores are kept in memory; of the largest some 60 MB. */
const kept = 20;
/** Where votes decide between equal totals: for how long a count of them is good enough to look at. */
const votesMs = 5000;

const book = new LRUCache<string, Page>({ max: kept });

/**
 * The scores of a judging stage as its counted sheets stand, computed once for each revision of them. The database
 * raises the revision in the transaction that changes what counts (see revise_scores), so an answer is never older
 * than the last commit before the question.
 */
export async function scoresOf(em: EntityManager, stage: JudgedStage): Promise<StageScores> {
  const [row] = await em.execute<{ revision: string; has_votes: boolean }[]>(
    `select coalesce((select revision from score_revisions where stage_id = r.stage_id), 0)::text as revision,
       'VOTES' = any(r.ties) as has_votes
     from scoring_rules r where r.stage_id = ?`,
    [stage.id],
  );
  const votes = row?.has_votes ? `/${Math.floor(performance.now() / votesMs)}` : '';
  const revision = `${row?.revision ?? '0'}${votes}`;
  const known = book.get(stage.id);
  if (known?.revision === revision) return await known.scores;
  // A fork: what one request asked for is not abandoned with it.
  const scores = readMarks(em.fork(), stage).then(scoreStage);
  const page = { revision, scores };
  book.set(stage.id, page);
  scores.catch(() => {
    if (book.get(stage.id) === page) book.delete(stage.id);
  });
  return await scores;
}
