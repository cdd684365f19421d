import { useQuery } from '@apollo/client/react';
import { NativeSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOf } from '../../apollo/errors';
import {
  declared,
  inputOf,
  rubricsIn,
  type Basis,
  type BasisRule,
  type BasisStage,
} from '../../features/explain/supposition';
import { SupposedRanking } from '../../features/explain/SupposedRanking';
import { SupposeForm } from '../../features/explain/SupposeForm';
import classes from '../../features/explain/WhatIf.module.css';
import { WhatIfDocument } from '../../gql/WhatIf';
import { WhatIfBasisDocument } from '../../gql/WhatIfBasis';
import { ErrorState } from '../../ui/ErrorState';
import { Stack } from '../../ui/layout/Stack';
import { LoadMore } from '../../ui/LoadMore';
import { Notice } from '../../ui/Notice';
import { PageSkeleton, TextSkeleton } from '../../ui/Skeletons';
import { ExplainFrame, useJudgingStage } from './ExplainFrame';
import { OrganizersOnly } from './OrganizersOnly';

/** What another method or other weights would change: a copy to look at, from which nothing is kept. */
export function WhatIfPage() {
  return <OrganizersOnly>{(slug) => <LoadedWhatIf slug={slug} />}</OrganizersOnly>;
}

function LoadedWhatIf({ slug }: { slug: string }) {
  const kind = useJudgingStage();
  const { data, error, loading, refetch } = useQuery(WhatIfBasisDocument, {
    variables: { slug },
    context: { staysOnPage: true },
  });
  const stage = data?.competition?.stages.find((one) => one.kind === kind);
  if (data?.competition && stage?.scoringRule) {
    return <WhatIf competition={data.competition} stage={stage} rule={stage.scoringRule} />;
  }
  if (error) return <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} />;
  return loading ? <PageSkeleton /> : <ErrorState kind="notFound" />;
}

const first = 20;
const most = 100;

function WhatIf({ competition, stage, rule }: { competition: Basis; stage: BasisStage; rule: BasisRule }) {
  const { t } = useTranslation('explain');
  const [supposed, setSupposed] = useState(() => declared(rule));
  const [categoryKey, setCategory] = useState('');
  const [shown, setShown] = useState(first);
  const [asked] = useDebouncedValue(supposed, 200);
  const { slug, panels, categories } = competition;
  const judges = (panels ?? [])
    .filter((panel) => panel.stage.id === stage.id)
    .flatMap((panel) => panel.judges)
    .filter(({ retiredAt }) => retiredAt === null);
  const { data, previousData, error, loading } = useQuery(WhatIfDocument, {
    variables: {
      slug,
      stage: stage.kind,
      categoryKey: categoryKey || null,
      input: inputOf(asked),
      first: Math.min(shown, most),
    },
    fetchPolicy: 'no-cache',
    context: { staysOnPage: true },
  });
  const ranking = (data ?? previousData)?.competition?.whatIf;
  return (
    <ExplainFrame
      competition={competition}
      view={stage.kind}
      title={t('whatIf.title')}
      lead={t('whatIf.lead', { stage: stage.name })}
    >
      <Stack gap={6} className={classes.frame}>
        <Stack gap={6} className={classes.inside}>
          <h2 className="gold">{t('whatIf.heading')}</h2>
          <div className={classes.columns}>
            <SupposeForm
              rule={rule}
              rubrics={rubricsIn(competition, stage.id)}
              judges={judges}
              supposed={supposed}
              onChange={setSupposed}
              onReset={() => setSupposed(declared(rule))}
            />
            <Stack gap={4} className={classes.shown} data-stale={loading || undefined}>
              <NativeSelect
                label={t('robustness.category')}
                value={categoryKey}
                data={[
                  { value: '', label: t('whatIf.allCategories') },
                  ...categories.map(({ key, name }) => ({ value: key, label: name })),
                ]}
                onChange={({ currentTarget }) => setCategory(currentTarget.value)}
              />
              <p role="status" className="soft">
                {ranking && t('whatIf.moved', { count: ranking.moved, total: ranking.totalCount })}
              </p>
              {error && <Notice tone="trouble">{t('whatIf.failed')}</Notice>}
              {ranking ? (
                <>
                  <SupposedRanking rows={ranking.edges} places={rule.totalPlaces} />
                  <LoadMore
                    shown={ranking.edges.length}
                    total={ranking.totalCount}
                    hasMore={ranking.edges.length < Math.min(ranking.totalCount, most)}
                    isLoading={loading}
                    onMore={() => setShown((now) => now + first)}
                  />
                </>
              ) : (
                !error && <TextSkeleton lines={8} />
              )}
            </Stack>
          </div>
        </Stack>
      </Stack>
    </ExplainFrame>
  );
}
