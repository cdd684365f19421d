import type { FastifyInstance } from 'fastify';
import { Competition, isOrganizer } from '../../../competition/competitions/index.ts';
import { contextOfRequest, type RequestDeps } from '../../../core/request-context.ts';
import type { ScoreFeed } from './score-feed.ts';

const beatMs = 15_000;
/** Every listener holds a connection; an organizer's page asks every few seconds where there is no more room. */
const mostListeners = 500;

interface ScoreEventsDeps extends RequestDeps {
  scoreFeed: ScoreFeed;
}

/**
 * `GET /api/events/scores?competition=slug`: Server-Sent Events for the organizers of a competition, `event: scores` with
 * `{"stage": id}` whenever the scores of a stage have changed; a comment every 15 s keeps the line open. 401, 403 and
 * 404 for everybody else; 503 where too many listen.
 */
export function registerScoreEvents(app: FastifyInstance, deps: ScoreEventsDeps): void {
  const { scoreFeed: feed } = deps;
  const open = new Set<() => void>();
  app.addHook('preClose', async () => {
    for (const end of open) end();
    await feed.close();
  });
  app.get<{ Querystring: { competition?: string | string[] } }>('/api/events/scores', async (request, reply) => {
    const asked = await contextOfRequest(deps, request);
    if (!asked.viewer) return await reply.status(401).send();
    const competition = await asked.em.findOne(Competition, { slug: String(request.query.competition ?? '') });
    if (!competition) return await reply.status(404).send();
    if (!(await isOrganizer(asked, competition.id))) return await reply.status(403).send();
    if (feed.size >= mostListeners) return await reply.status(503).header('retry-after', '30').send();
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // A proxy that gathers answers would hold the news back.
      'x-accel-buffering': 'no',
    });
    raw.write(': welcome\n\n');
    const beat = setInterval(() => raw.write(': beat\n\n'), beatMs);
    const stop = feed.listen(competition.id, (stage) =>
      raw.write(`event: scores\ndata: ${JSON.stringify({ stage })}\n\n`),
    );
    const end = () => {
      clearInterval(beat);
      stop();
      open.delete(end);
      raw.end();
    };
    open.add(end);
    raw.once('close', end);
  });
}
