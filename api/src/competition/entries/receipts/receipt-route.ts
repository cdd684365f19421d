import type { FastifyInstance } from 'fastify';
import { isId } from '../../../core/graphql/refusals.ts';
import { locales, type Locale } from '../../../core/locale.ts';
import { contextOfRequest, type RequestDeps } from '../../../core/request-context.ts';
import { Entry } from '../entry.entity.ts';
import { receiptPdf } from './receipt-pdf.ts';
import { canReadReceipts, findReceipt } from './receipt.queries.ts';

/**
 * `GET /api/receipts/:entryId/:revision.pdf[?lang=zh-CN|en]`: what was handed in, as a file; `.txt`: the very text whose
 * SHA-256 the receipt has. For its organization and the organizers. 401 for a visitor; to everybody else it does not exist.
 */
export function registerReceipts(app: FastifyInstance, deps: RequestDeps): void {
  app.get<{ Params: { entryId: string; file: string }; Querystring: Record<string, string | string[] | undefined> }>(
    '/api/receipts/:entryId/:file',
    async (request, reply) => {
      const asked = await contextOfRequest(deps, request);
      if (!asked.viewer) return await reply.status(401).send();
      const wanted = locales.find((locale) => locale === request.query.lang);
      const context = Object.assign(asked, { locale: wanted ?? (asked.locale satisfies Locale) });
      const { entryId, file } = request.params;
      const [, digits, ending] = /^(\d{1,9})\.(pdf|txt)$/.exec(file) ?? [];
      const revision = Number(digits ?? NaN);
      const entry = isId(entryId)
        ? await context.em.findOne(Entry, { id: entryId }, { populate: ['competition'] as const })
        : null;
      const isTheirs = entry !== null && (await canReadReceipts(context, entry));
      const receipt = isTheirs && revision > 0 ? await findReceipt(context, entryId, revision) : null;
      if (!entry || !receipt) return await reply.status(404).send();
      const competition = await entry.competition.loadOrFail();
      const name = `${competition.slug}-${entry.number}-${revision}`;
      void reply.header('cache-control', 'private, no-store');
      if (ending === 'txt') {
        const disposition = `attachment; filename="${name}.txt"`;
        return await reply
          .type('text/plain; charset=utf-8')
          .header('content-disposition', disposition)
          .send(receipt.text);
      }
      const { locale } = context;
      const pdf = await receiptPdf(receipt, {
        locale,
        number: entry.number,
        competition: competition.name.in(locale),
        timeZone: competition.timeZone,
      });
      return await reply
        .type('application/pdf')
        .header('content-disposition', `inline; filename="${name}.pdf"`)
        .send(pdf);
    },
  );
}
