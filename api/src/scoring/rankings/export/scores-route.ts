import type { FastifyInstance } from 'fastify';
import { Competition, isOrganizer, StageKind } from '../../../competition/competitions/index.ts';
import { contextOfRequest, type RequestDeps } from '../../../core/request-context.ts';
import { exportScores, writeScores } from './index.ts';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
/** Without it a Chinese Excel takes UTF-8 for GBK. */
const byteOrderMark = '\uFEFF';

/**
 * `GET /api/exports/scores?competition=slug&format=xlsx|csv[&stage=REVIEW]`: the file `laurel results export` writes, for
 * the organizers of a competition; csv with a byte order mark. 401, 403, 404 for everybody else, 400 for another format.
 */
export function registerScoresExport(app: FastifyInstance, deps: RequestDeps): void {
  app.get<{ Querystring: Record<string, string | string[] | undefined> }>(
    '/api/exports/scores',
    async (request, reply) => {
      const context = await contextOfRequest(deps, request);
      if (!context.viewer) return await reply.status(401).send();
      const asked = (name: string) => [request.query[name]].flat()[0] ?? '';
      const format = asked('format');
      if (format !== 'csv' && format !== 'xlsx') return await reply.status(400).send();
      const competition = await context.em.findOne(Competition, { slug: asked('competition') });
      if (!competition) return await reply.status(404).send();
      if (!(await isOrganizer(context, competition.id))) return await reply.status(403).send();
      const kind = Object.values(StageKind).find((candidate) => candidate === asked('stage')) ?? null;
      const exported = await exportScores(context, competition.id, kind);
      if (!exported) return await reply.status(404).send();
      const bytes = await writeScores(exported, competition, format);
      const name = `${competition.slug}-${exported.scores.marks.stage.kind.toLowerCase()}.${format}`;
      return await reply
        .type(types[format])
        .header('content-disposition', `attachment; filename="${name}"`)
        .header('cache-control', 'no-store')
        .send(format === 'csv' ? Buffer.concat([Buffer.from(byteOrderMark), bytes]) : bytes);
    },
  );
}
