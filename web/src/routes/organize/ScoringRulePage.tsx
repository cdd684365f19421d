import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Circumstances } from '../../features/scoring-rule/advice';
import { criteriaIn, heaviest } from '../../features/scoring-rule/rubrics';
import { ruledStages, type JudgingStage } from '../../features/scoring-rule/shares';
import { PageQuery } from '../../forms/PageQuery';
import { ScoringRulePageDocument, type ScoringRulePageQuery } from '../../gql/ScoringRulePage';
import { useNow } from '../../ui/time/clock';
import { useInstantWords } from '../../ui/time/DateTime';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { useSlug } from './organized';
import { StageChips } from './StageChips';
import { ScoringWizard } from './ScoringWizard';

/** How a judging stage is ranked: written step by step before it opens, and read from then on. */
export function ScoringRulePage() {
  const slug = useSlug();
  const { stage: wanted = '' } = useParams();
  return (
    <PageQuery
      query={ScoringRulePageDocument}
      variables={{ slug }}
      pick={({ competition }) => {
        const stage = competition && ruledStages(competition).find(({ kind }) => kind.toLowerCase() === wanted);
        return stage && { competition, stage };
      }}
    >
      {(found) => <Rule {...found} />}
    </PageQuery>
  );
}

type Competition = NonNullable<ScoringRulePageQuery['competition']>;

function Rule({ competition, stage }: { competition: Competition; stage: JudgingStage }) {
  const { t } = useTranslation('scoring-wizard');
  const inWords = useInstantWords();
  const now = useNow(10_000);
  const stages = ruledStages(competition);
  const { slug, timeZone } = competition;
  // A page may lie open while the stage opens.
  const isFrozen = Date.parse(stage.opensAt) <= now;
  const wantedJudges = (competition.panels ?? [])
    .filter((panel) => panel.stage.id === stage.id)
    .map(({ judgesPerEntry }) => judgesPerEntry);
  const circumstances: Circumstances = {
    // The gallery and every entry's page name the organization, before and during the judging.
    showsOrganizations: true,
    judgesPerEntry: wantedJudges.length > 0 ? Math.min(...wantedJudges) : null,
    heaviest: heaviest(criteriaIn(competition, stage.id))?.key ?? null,
    seed: `${slug}-${stage.kind.toLowerCase()}`,
  };
  return (
    <Page
      title={t('title', { stage: stage.name })}
      lead={
        isFrozen
          ? t('declaredAt', {
              version: stage.scoringRule.version,
              time: inWords(stage.scoringRule.declaredAt, timeZone),
            })
          : t('untilOpening', { time: inWords(stage.opensAt, timeZone) })
      }
    >
      <StageChips page="scoring-rule" stages={stages} stage={stage.kind} />
      {isFrozen && <Notice>{t('frozen', { time: inWords(stage.opensAt, timeZone) })}</Notice>}
      <ScoringWizard
        key={stage.id}
        competition={competition}
        stage={stage}
        isFrozen={isFrozen}
        circumstances={circumstances}
      />
    </Page>
  );
}
