import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProjectCard_projectFragmentDoc, type ProjectCard_projectFragment } from '../../../gql/ProjectCard_project';
import { useLanguage } from '../../../i18n/useLanguage';
import { ButtonLink } from '../../../ui/ButtonLink';
import { DateTime } from '../../../ui/time/DateTime';
import { deviceTimeZone } from '../../../ui/device/device';
import { Row } from '../../../ui/layout/Row';
import { Card, Stack } from '../../../ui/layout/Stack';
import { Tag } from '../../../ui/Tag';
import { formatDay, formatTime } from '../../../ui/time/time';
import classes from './ProjectCard.module.css';
import { statusTones } from '../submission/ProjectEntries';

/** One project, how far it is, and where it competes. */
export function ProjectCard({ project }: { project: FragmentType<ProjectCard_projectFragment> }) {
  const { t } = useTranslation('projects');
  const language = useLanguage();
  const { data, complete } = useFragment({
    fragment: ProjectCard_projectFragmentDoc,
    fragmentName: 'ProjectCard_project',
    from: project,
  });
  if (!complete) return null;
  const { id, title, missing, updatedAt, entries } = data;
  const name = (language === 'en' ? title.en || title.zh : title.zh || title.en) || t('project.untitled');
  const names = new Intl.ListFormat(language).format(missing.map((one) => one.name));
  // The writer's own wall clock: no deadline hangs on it, so no zone is named.
  const clock = { language, timeZone: deviceTimeZone() };
  return (
    <Card as="li" tone="raised" gap={2} padInline={5}>
      <h3 className={classes.title}>
        <Link to={`/projects/${id}`}>{name}</Link>
      </h3>
      <p className={missing.length === 0 ? classes.complete : classes.missing}>
        {missing.length === 0 ? t('project.complete') : t('project.missing', { count: missing.length, names })}
      </p>
      {entries.length > 0 && (
        <Stack as="ul" padBlock={2} className={classes.entries}>
          {entries.map((entry) => (
            <Row as="li" justify="between" gap={3} rowGap={1} key={entry.id} className="touch">
              <Link to={`/c/${entry.competition.slug}/entries/${entry.number}`}>
                {t('entryLine', { competition: entry.competition.name, number: entry.number })}
              </Link>
              <Tag tone={statusTones[entry.status]}>{t(`status.${entry.status}`)}</Tag>
              {entry.correction && !entry.correction.isOver && (
                <span className={classes.missing}>
                  {t('project.correctBy')}{' '}
                  <DateTime value={entry.correction.until} timeZone={entry.competition.timeZone} />
                </span>
              )}
            </Row>
          ))}
        </Stack>
      )}
      <Row gap={4} rowGap={2} justify="between" className={classes.foot}>
        <p className="faint small">
          {t('project.updated')} {formatDay(updatedAt, clock)} {formatTime(updatedAt, clock)}
        </p>
        <ButtonLink to={`/projects/${id}`} variant="light">
          {t('project.edit')}
        </ButtonLink>
      </Row>
    </Card>
  );
}
