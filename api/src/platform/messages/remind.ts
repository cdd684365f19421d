import type { Task } from '../jobs/index.ts';
import { sendMessageTask } from './send-message.ts';
import { MessageKind } from './message-kinds.ts';

/** What organizations are reminded of, each once per person, deadline and step. */
interface Reminder {
  kind: MessageKind;
  /** How long before the deadline, longest first; a late reader gets the nearest step alone. */
  hours: readonly number[];
  /**
   * A row for each thing that is due: organization_id, competition_id, subject_type, subject_id, deadline, and params as
   * the kind wants them. Deadlines that are over, or far, are left out by whoever runs it.
   */
  due: string;
}

const instant = (column: string) =>
  `jsonb_build_object('at', to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'timeZone', c.time_zone)`;
const bilingual = (prefix: string) => `jsonb_build_object('zh', ${prefix}_zh, 'en', ${prefix}_en)`;

/**
 * Projects that are meant for an open competition and are not in it, all of an organization in one message: those with a
 * draft for it, and those written on its form since it opened by an organization of its region.
 */
const unfinished: Reminder = {
  kind: MessageKind.DEADLINE_REMINDER,
  hours: [72, 24],
  due: `select o.id as organization_id, c.id as competition_id, 'Competition' as subject_type, c.id as subject_id,
      submission_deadline(c.id, o.id) as deadline,
      jsonb_build_object('competition', ${bilingual('c.name')}, 'organization', ${bilingual('o.name')},
        'title', jsonb_build_object(
          'zh', string_agg(coalesce(p.title_zh, p.title_en), '”“' order by p.created_at, p.id),
          'en', string_agg(coalesce(p.title_en, p.title_zh), '”, “' order by p.created_at, p.id)),
        'until', ${instant('submission_deadline(c.id, o.id)')}, 'link', jsonb_build_object('path', '/projects')) as params
    from stages s join competitions c on c.id = s.competition_id
      cross join projects p join organizations o on o.id = p.organization_id
    where s.kind = 'SUBMISSION' and c.opened_at is not null and not c.is_rehearsal
      and (exists (select from entry_drafts d where d.project_id = p.id and d.competition_id = c.id)
        or (p.updated_at >= s.opens_at and p.form_id = c.form_id and exists (
          with recursive around as (select id, parent_id from regions where id = o.region_id
            union select r.id, r.parent_id from regions r join around on r.id = around.parent_id)
          select from around where around.id = c.region_id)))
      and not exists (select from entries e where e.project_id = p.id and e.competition_id = c.id)
    group by o.id, c.id, s.id`,
};

/** Entries that were returned for correction and have not come back. */
const uncorrected: Reminder = {
  kind: MessageKind.CORRECTION_REMINDER,
  hours: [72, 24],
  due: `select o.id as organization_id, c.id as competition_id, 'Entry' as subject_type, e.id as subject_id,
      e.correction_until as deadline,
      jsonb_build_object('competition', ${bilingual('c.name')}, 'organization', ${bilingual('o.name')},
        'title', ${bilingual('e.title')}, 'number', e.number, 'until', ${instant('e.correction_until')},
        'link', jsonb_build_object('path', '/projects/' || e.project_id)) as params
    from entries e join competitions c on c.id = e.competition_id join organizations o on o.id = e.organization_id
    where e.status = 'RETURNED' and not c.is_rehearsal`,
};

/** Sending units that have not handed up their lists. */
const lists: Reminder = {
  kind: MessageKind.NOMINATION_REMINDER,
  hours: [72, 24],
  due: `select o.id as organization_id, c.id as competition_id, 'SendingUnit' as subject_type, u.id as subject_id,
      u.closes_at as deadline,
      jsonb_build_object('competition', ${bilingual('c.name')}, 'organization', ${bilingual('o.name')},
        'until', ${instant('u.closes_at')},
        'link', jsonb_build_object('path', '/c/' || c.slug || '/nominations/' || u.id)) as params
    from sending_units u join competitions c on c.id = u.competition_id join organizations o on o.id = u.organization_id
    where c.opened_at is not null and not c.is_rehearsal and not has_handed_up(u.id)`,
};

const reminders: readonly Reminder[] = [unfinished, uncorrected, lists];

/** Looks every quarter of an hour who is near a deadline. */
export const remind: Task = {
  name: 'remind',
  schedule: '*/15 * * * *',
  async run({ contextOf }) {
    const { em, clock } = contextOf(null);
    const now = clock.now();
    for (const { kind, hours, due } of reminders) {
      await em.execute(
        `with due as (select * from (${due}) d where d.deadline > ? and d.deadline <= ?::timestamptz + make_interval(hours => ?)),
         queued as (
           insert into messages (id, kind, user_id, params, competition_id, subject_type, subject_id, state, attempts,
             once, created_at)
           select gen_random_uuid(), ?, m.user_id, due.params, due.competition_id, due.subject_type, due.subject_id,
             'QUEUED', 0, concat_ws('/', ?::text, due.subject_id, extract(epoch from due.deadline)::bigint, step.hours),
             ?::timestamptz
           from due join organization_members m on m.organization_id = due.organization_id and m.left_at is null
             cross join lateral (select min(h) as hours from unnest(?::int[]) as h
               where due.deadline <= ?::timestamptz + make_interval(hours => h)) step
           on conflict (user_id, once) where once is not null do nothing
           returning id)
         select (graphile_worker.add_job(?, json_build_object('messageId', id), job_key => 'message/' || id,
           max_attempts => 1000)).id from queued`,
        [now, now, Math.max(...hours), kind, kind, now, `{${hours.join(',')}}`, now, sendMessageTask],
      );
    }
  },
};
