import { useTranslation } from 'react-i18next';
import { PageQuery } from '../../forms/PageQuery';
import { BallotRulePageDocument } from '../../gql/BallotRulePage';
import type { RuleDraft_competitionFragment } from '../../gql/RuleDraft_competition';
import { useNow } from '../../ui/time/clock';
import { useInstantWords } from '../../ui/time/DateTime';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { useSlug } from './organized';
import { RuleWizard } from './RuleWizard';

/** How the public votes: written step by step before voting opens, and read from then on. */
export function BallotRulePage() {
  const slug = useSlug();
  return (
    <PageQuery query={BallotRulePageDocument} variables={{ slug }} pick={({ competition }) => competition}>
      {(competition) => <Rule competition={competition} />}
    </PageQuery>
  );
}

function Rule({ competition }: { competition: RuleDraft_competitionFragment }) {
  const { t } = useTranslation('rule-wizard');
  const inWords = useInstantWords();
  const now = useNow(10_000);
  const { timeZone, ballotRule } = competition;
  const stage = competition.stages.find(({ kind }) => kind === 'VOTING');
  // A page may lie open while voting opens.
  const isFrozen = stage !== undefined && Date.parse(stage.opensAt) <= now;
  return (
    <Page
      title={t('title')}
      lead={
        stage && !isFrozen
          ? t('untilOpening', { time: inWords(stage.opensAt, timeZone) })
          : t('declaredAt', { version: ballotRule.version, time: inWords(ballotRule.declaredAt, timeZone) })
      }
    >
      {stage && isFrozen && <Notice>{t('frozen', { time: inWords(stage.opensAt, timeZone) })}</Notice>}
      <RuleWizard key={competition.id} competition={competition} isFrozen={isFrozen} />
    </Page>
  );
}
