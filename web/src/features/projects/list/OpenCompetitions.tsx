import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OpenCompetitions_competitionFragment } from '../../../gql/OpenCompetitions_competition';
import { DateTime } from '../../../ui/time/DateTime';
import { Row } from '../../../ui/layout/Row';
import { Card, Stack } from '../../../ui/layout/Stack';
import { Section } from '../../../ui/Page';
import { Tag } from '../../../ui/Tag';
import { useTimeLeft } from '../../../ui/time/TimeLeft';
import classes from './OpenCompetitions.module.css';

/** The stage in which projects are handed in, while it is open. */
export function openSubmission<Stage extends { kind: string; status: string }>(competition: {
  stages: readonly Stage[];
}): Stage | undefined {
  return competition.stages.find(({ kind, status }) => kind === 'SUBMISSION' && status === 'OPEN');
}

export function OpenCompetitions({ competitions }: { competitions: readonly OpenCompetitions_competitionFragment[] }) {
  const { t } = useTranslation('projects');
  return (
    <Section title={t('openCompetitions.title')}>
      {competitions.length === 0 ? (
        <p>{t('openCompetitions.none')}</p>
      ) : (
        <Stack as="ul" gap={3}>
          {competitions.map((competition) => (
            <Card as="li" gap={1} padInline={5} key={competition.id} className={classes.item}>
              <Link to={`/c/${competition.slug}`} className={classes.name}>
                {competition.name}
              </Link>
              <p className="soft">{competition.tagline}</p>
              <Until competition={competition} />
            </Card>
          ))}
        </Stack>
      )}
    </Section>
  );
}

function Until({ competition }: { competition: OpenCompetitions_competitionFragment }) {
  const { t } = useTranslation('projects');
  const closesAt = openSubmission(competition)?.closesAt ?? '';
  const { words } = useTimeLeft(closesAt);
  return (
    <Row as="p" gap={3} rowGap={1} className="faint small">
      <Tag tone="gold">{t('openCompetitions.left', { left: words })}</Tag>
      <span>
        {t('openCompetitions.until')} <DateTime value={closesAt} timeZone={competition.timeZone} />
      </span>
    </Row>
  );
}
