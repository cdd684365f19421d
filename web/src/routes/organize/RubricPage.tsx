import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { coveredStages, firstToOpen, type RubricCompetition, type Scope } from '../../features/rubric/scopes';
import { PageQuery } from '../../forms/PageQuery';
import { RubricPageDocument } from '../../gql/RubricPage';
import { Page } from '../../ui/Page';
import { useNow } from '../../ui/time/clock';
import { useInstantWords } from '../../ui/time/DateTime';
import { judgingStages } from '../../words/judging-stages';
import { useSlug } from './organized';
import { RubricForm } from './RubricForm';

/** What judges mark: written before judging opens, and read from then on. */
export function RubricPage() {
  const slug = useSlug();
  return (
    <PageQuery query={RubricPageDocument} variables={{ slug }} pick={({ competition }) => competition}>
      {(competition, { renew }) => <Rubrics competition={competition} onSaved={renew} />}
    </PageQuery>
  );
}

function Rubrics({ competition, onSaved }: { competition: RubricCompetition; onSaved: () => Promise<void> }) {
  const { t } = useTranslation('rubric');
  const inWords = useInstantWords();
  const now = useNow(10_000);
  const [search, setSearch] = useSearchParams();
  const { timeZone, categories } = competition;
  const stages = judgingStages(competition);
  const scope: Scope = {
    stageId: stages.find(({ kind }) => kind.toLowerCase() === search.get('stage'))?.id ?? null,
    categoryId: categories.find(({ key }) => key === search.get('category'))?.id ?? null,
  };
  const first = firstToOpen(coveredStages(competition, scope));
  // A page may lie open while the stage opens.
  const isFrozen = first !== undefined && Date.parse(first.opensAt) <= now;
  const goTo = ({ stageId, categoryId }: Scope) => {
    const stage = stages.find(({ id }) => id === stageId)?.kind.toLowerCase();
    const category = categories.find(({ id }) => id === categoryId)?.key;
    setSearch({ ...(stage && { stage }), ...(category && { category }) }, { replace: true });
  };
  return (
    <Page
      title={t('title')}
      lead={
        !first || isFrozen
          ? t('lead')
          : t('untilOpening', { stage: first.name, time: inWords(first.opensAt, timeZone) })
      }
    >
      <RubricForm
        key={`${scope.stageId}/${scope.categoryId}`}
        competition={competition}
        scope={scope}
        frozenBy={isFrozen ? first : undefined}
        later={stages.find(({ opensAt }) => Date.parse(opensAt) > now)}
        onScope={goTo}
        onSaved={onSaved}
      />
    </Page>
  );
}
