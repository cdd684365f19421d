import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { StoryList_competitionFragmentDoc, type StoryList_competitionFragment } from '../../gql/StoryList_competition';
import { useLanguage } from '../../i18n/useLanguage';
import { DateTime } from '../../ui/time/DateTime';
import { Columns } from '../../ui/layout/Columns';
import { Stack } from '../../ui/layout/Stack';
import classes from './StoryList.module.css';

interface Props {
  competition: FragmentType<StoryList_competitionFragment>;
}

/** What volunteers did lately, in their own words and numbers. */
export function StoryList({ competition }: Props) {
  const { t } = useTranslation('competitions');
  const language = useLanguage();
  const { data, complete } = useFragment({ fragment: StoryList_competitionFragmentDoc, from: competition });
  if (!complete) return null;
  const number = new Intl.NumberFormat(language);
  return (
    <Columns as="ul" sizes="repeat(3, minmax(0, 1fr))" gap={4} className={classes.stories}>
      {data.stories.map((story) => (
        <Stack as="li" gap={2} key={story.id} className={classes.story}>
          <p className="faint small">
            <DateTime value={story.startsAt} timeZone={data.timeZone} isDay />
            {story.place && ` · ${story.place}`}
          </p>
          <h3>{story.title}</h3>
          {story.report && <p className={classes.report}>{story.report}</p>}
          <p className="faint small">
            {story.organization.name}
            {' · '}
            {t('story.facts', {
              volunteers: number.format(story.volunteerCount),
              hours: number.format(Number(story.hours)),
            })}
          </p>
        </Stack>
      ))}
    </Columns>
  );
}
