import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { kindOf } from '../../../apollo/errors';
import { RuleDialogDocument } from '../../../gql/RuleDialog';
import { ErrorState } from '../../../ui/ErrorState';
import { TextSkeleton } from '../../../ui/Skeletons';
import { BallotRule } from './BallotRule';
import { Sheet } from '../ballot/Sheet';

/** The rule over the page one is about to vote on. */
export function RuleDialog({ slug, onClose }: { slug: string; onClose: () => void }) {
  const { t } = useTranslation(['ballots', 'ballot-rule']);
  const { data, error, refetch } = useQuery(RuleDialogDocument, { variables: { slug } });
  return (
    <Sheet title={t('rule.title')} closeLabel={t('rule.close')} onClose={onClose}>
      {data?.competition ? (
        <BallotRule competition={data.competition} />
      ) : error ? (
        <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} />
      ) : (
        <TextSkeleton lines={8} />
      )}
    </Sheet>
  );
}
