import { useQuery } from '@apollo/client/react';
import { NativeSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
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
import { PageQuery } from '../../forms/PageQuery';
import { WhatIfDocument } from '../../gql/WhatIf';
import { WhatIfBasisDocument } from '../../gql/WhatIfBasis';
import { Stack } from '../../ui/layout/Stack';
import { LoadMore } from '../../ui/LoadMore';
import { Notice } from '../../ui/Notice';
import { TextSkeleton } from '../../ui/Skeletons';
import { ExplainFrame, useJudgingStage } from './ExplainFrame';
import { useSlug } from './organized';

/** What another method or other weights would change: a copy to look at, from which nothing is kept. */
export function WhatIfPage() {
  const slug = useSlug();
  const kind = useJudgingStage();
  return (
    <PageQuery
      query={WhatIfBasisDocument}
      variables={{ slug }}
      pick={({ competition }) => {
        const stage = competition?.stages.find((one) => one.kind === kind);
        return competition && stage?.scoringRule && { competition, stage, rule: stage.scoringRule };
      }}
    >
      {({ competition, stage, rule }) => <WhatIf key={stage.id} competition={competition} stage={stage} rule={rule} />}
    </PageQuery>
  );
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
      page="what-if"
      stages={competition.stages}
      stage={stage.kind}
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
