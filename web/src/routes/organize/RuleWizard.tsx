import type { BallotAdvice } from '@laurel/schema/ballot-rule';
import { useTranslation } from 'react-i18next';
import {
  adviceFor,
  draftOf,
  isDraft,
  ruleOf,
  stepOf,
  stepOfAdvice,
  steps,
  takeAdvice,
  type OwnProblem,
} from '../../features/ballot-rule/draft';
import { StepFields } from '../../features/ballot-rule/StepFields';
import { useAct } from '../../forms/useAct';
import { useProblemWords } from '../../forms/wizard/problems';
import { useRuleDraft } from '../../forms/wizard/useRuleDraft';
import { WizardShell } from '../../forms/wizard/WizardShell';
import { DeclareBallotRuleDocument } from '../../gql/DeclareBallotRule';
import type { RuleDraft_competitionFragment } from '../../gql/RuleDraft_competition';
import { ButtonLink } from '../../ui/ButtonLink';
import { RuleSentences } from '../../words/RuleSentences';

const kind = { isDraft, draftOf, ruleOf };

interface Props {
  competition: RuleDraft_competitionFragment;
  isFrozen: boolean;
}

/** Step by step, with the sentences that voters will read beside it. */
export function RuleWizard({ competition, isFrozen }: Props) {
  const { t } = useTranslation('rule-wizard');
  const inWords = useProblemWords((problem: OwnProblem) => t(`problems.${problem}`));
  const act = useAct(DeclareBallotRuleDocument, { shows: 'all' });
  const of = useRuleDraft({
    key: `laurel.ballot-rule.${competition.id}`,
    declared: competition.ballotRule,
    isFrozen,
    kind,
    inWords,
    act,
    inputOf: (rule) => ({ competitionId: competition.id, ...rule }),
  });
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
      advice={(isFrozen ? [] : adviceFor(of.rule)).map((id) => ({
        id,
        step: stepOfAdvice[id],
        what: t(`advice.${id}.do`),
        why: t(`advice.${id}.why`),
        figure: t(`advice.${id}.figure`),
        take: t(`advice.${id}.take`),
      }))}
      onTake={(id) => of.write(takeAdvice(of.draft, id as BallotAdvice))}
      previewTitle={t('preview')}
      sentences={<RuleSentences rule={of.lastRule} />}
      act={act}
      news={
        <>
          <p>{t('declare.done')}</p>
          <ButtonLink to={`/c/${competition.slug}`} variant="default">
            {t('declare.toCompetition')}
          </ButtonLink>
        </>
      }
    >
      {(step) => <StepFields step={step} of={of} />}
    </WizardShell>
  );
}
