import type { FragmentType } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ScoringRule_competitionFragmentDoc } from '../../gql/ScoringRule_competition';
import type { ScoringRule_competitionFragment } from '../../gql/ScoringRule_competition';
import { Chips } from '../../ui/Chips';
import { useInstantWords } from '../../ui/time/DateTime';
import { criteriaIn, rubricsIn } from './rubrics';
import { RubricTable } from './RubricTable';
import classes from './ScoringRule.module.css';
import { ScoringSentences } from './ScoringSentences';
import { ruledStages, sharesOf } from './shares';

interface Props {
  competition: FragmentType<ScoringRule_competitionFragment>;
}

/** How each judging stage is ranked, for everybody to read; nothing where judges do not mark. */
export function ScoringRule({ competition }: Props) {
  const { data, complete } = useFragment({ fragment: ScoringRule_competitionFragmentDoc, from: competition });
  return complete ? <ReadRule competition={data} /> : null;
}

function ReadRule({ competition }: { competition: ScoringRule_competitionFragment }) {
  const { t } = useTranslation('scoring-rule');
  const inWords = useInstantWords();
  const stages = ruledStages(competition);
  const [chosen, setChosen] = useState<string>();
  const stage = stages.find(({ id }) => id === chosen) ?? stages.find(({ status }) => status === 'OPEN') ?? stages[0];
  if (!stage) return null;
  const { publicWeight } = competition.ballotRule;
  const shares = sharesOf(
    stages.map(({ id, scoringRule: { weight } }) => ({ id, weight })),
    publicWeight,
  );
  const rule = stage.scoringRule;
  return (
    <div className={classes.rule}>
      {stages.length > 1 && (
        <Chips
          label={t('stage')}
          value={stage.id}
          choices={stages.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setChosen}
        />
      )}
      <div className={classes.columns}>
        <ScoringSentences
          rule={rule}
          share={shares.get(stage.id) ?? 0}
          publicWeight={publicWeight}
          criteria={criteriaIn(competition, stage.id)}
        />
        <div className={classes.rubrics}>
          <h3>{t('rubric.title')}</h3>
          {rubricsIn(competition, stage.id).map((held) => (
            <RubricTable key={held.rubric.id} held={held} scale={rule.scale} />
          ))}
        </div>
      </div>
      <p className="faint small">
        {t('declared', { version: rule.version, time: inWords(rule.declaredAt, competition.timeZone) })}{' '}
        {stage.status === 'UPCOMING'
          ? t('untilOpening', { time: inWords(stage.opensAt, competition.timeZone) })
          : t('stands', { time: inWords(stage.opensAt, competition.timeZone) })}
      </p>
    </div>
  );
}
