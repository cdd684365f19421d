import rows from '../data/recorded-activities.json' with { type: 'json' };
import type { ActivitySeed, HourEvidence, Localized, TeamSeed } from '../types.ts';
import { teams } from './teams.ts';
import { volunteers } from './volunteers.ts';

type Row = {
  key: string;
  teamKey: string;
  /** Teams that took part as a whole, beside the one that led. */
  alsoTeams?: string[];
  regionCode: string;
  place: string;
  startsAt: string;
  endsAt: string;
  minutes: number;
  /** How many of the team took part; all when absent. */
  count?: number;
  evidence: string;
  title: Localized;
  series?: Localized;
  measures: string[][];
  report: Localized;
};

/** What the published accounts record, with its real figures. Where they give no day, the report says so. */
export function recordedActivities(): ActivitySeed[] {
  const byKey = new Map<string, TeamSeed>(teams().map((team) => [team.key, team]));
  return (rows as Row[]).map((row) => {
    const lead = byKey.get(row.teamKey)!;
    const present = [row.teamKey, ...(row.alsoTeams ?? [])].flatMap((key) => volunteers(byKey.get(key)!));
    return {
      key: row.key,
      title: row.title,
      ...(row.series && { series: row.series }),
      organizationSlug: lead.organizationSlug,
      teamKey: lead.key,
      regionCode: row.regionCode,
      place: row.place,
      startsAt: row.startsAt,
      endsAt: row.endsAt,
      measures: row.measures.map(([zh = '', en = '', value = '', unitZh = '', unitEn = '']) => ({
        name: { zh, en },
        value,
        unit: { zh: unitZh, en: unitEn },
      })),
      report: row.report,
      participations: present.slice(0, row.count).map(({ number }) => ({
        volunteerNumber: number,
        minutes: row.minutes,
        evidence: row.evidence as HourEvidence,
      })),
    };
  });
}
