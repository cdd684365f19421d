import { useTranslation } from 'react-i18next';
import {
  adviceOn,
  stepOfAdvice,
  takeAdvice,
  type Circumstances,
  type ScoringAdvice,
} from '../../features/scoring-rule/advice';
import { draftOf, isDraft, ruleOf, stepOf, steps, type OwnProblem } from '../../features/scoring-rule/draft';
import { criteriaIn, rubricsIn } from '../../features/scoring-rule/rubrics';
import { RubricTable } from '../../features/scoring-rule/RubricTable';
import { ScoringFields } from '../../features/scoring-rule/ScoringFields';
import { ScoringSentences } from '../../features/scoring-rule/ScoringSentences';
import { ruledStages, sharesOf, type JudgingStage, type RuledCompetition } from '../../features/scoring-rule/shares';
import { useAct } from '../../forms/useAct';
import { useProblemWords } from '../../forms/wizard/problems';
import { useRuleDraft } from '../../forms/wizard/useRuleDraft';
import { WizardShell } from '../../forms/wizard/WizardShell';
import { DeclareScoringRuleDocument } from '../../gql/DeclareScoringRule';
import { Card } from '../../ui/layout/Stack';

const kind = { isDraft, draftOf, ruleOf };

interface Props {
  competition: RuledCompetition;
  stage: JudgingStage;
  isFrozen: boolean;
  circumstances: Circumstances;
}

/** Step by step, with the sentences that everybody will read beside it. */
export function ScoringWizard({ competition, stage, isFrozen, circumstances }: Props) {
  const { t } = useTranslation('scoring-wizard');
  const inWords = useProblemWords((problem: OwnProblem) => t(`problems.${problem}`));
  const act = useAct(DeclareScoringRuleDocument, { shows: 'all' });
  const of = useRuleDraft({
    key: `laurel.scoring-rule.${stage.id}`,
    declared: stage.scoringRule,
    isFrozen,
    kind,
    inWords,
    act,
    inputOf: (rule) => ({ stageId: stage.id, ...rule }),
  });
  const criteria = criteriaIn(competition, stage.id);
  const { publicWeight } = competition.ballotRule;
  const stages = ruledStages(competition);
  const shares = sharesOf(
    stages.map(({ id, scoringRule }) => ({ id, weight: id === stage.id ? of.lastRule.weight : scoringRule.weight })),
    publicWeight,
  );
  const parts = [
    ...stages.map(({ id, name }) => ({ id, name, share: shares.get(id) ?? 0, isThis: id === stage.id })),
    { id: 'public', name: t('result.public'), share: Number(publicWeight), isThis: false },
  ];
  const said = (id: (typeof steps)[number]) => (id === 'declare' && isFrozen ? 'declared' : id);
  return (
    <WizardShell
      steps={steps.map((id) => ({
        id,
        name: t(`steps.${said(id)}`),
        title: t(`titles.${said(id)}`),
        intro: t(`intros.${said(id)}`),
      }))}
      stepOfField={stepOf}
      of={of}
      isFrozen={isFrozen}
      advice={(isFrozen ? [] : adviceOn(of.draft, circumstances)).map((id) => ({
        id,
        step: stepOfAdvice[id],
        what: t(`advice.${id}.do`),
        why: t(`advice.${id}.why`),
        ...(id === 'openPages' ? {} : { take: t(`advice.${id}.take`) }),
      }))}
      onTake={(id) => of.write(takeAdvice(of.draft, id as ScoringAdvice, circumstances))}
      previewTitle={t('preview')}
      sentences={
        <ScoringSentences
          rule={of.lastRule}
          share={shares.get(stage.id) ?? 0}
          publicWeight={publicWeight}
          criteria={criteria}
        />
      }
      more={
        <Card tone="raised" pad={5} gap={4}>
          {rubricsIn(competition, stage.id).map((held) => (
            <RubricTable key={held.rubric.id} held={held} scale={of.lastRule.scale} />
          ))}
        </Card>
      }
      act={act}
      news={t('declare.done')}
    >
      {(step) => <ScoringFields step={step} of={of} criteria={criteria} parts={parts} />}
    </WizardShell>
  );
}
