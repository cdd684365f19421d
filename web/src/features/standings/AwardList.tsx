import { useTranslation } from 'react-i18next';
import type { AwardTier } from '../../gql/types';
import { Row } from '../../ui/layout/Row';
import { AwardSeal } from './AwardSeal';

interface Award {
  id: string;
  name: string;
  tier: AwardTier;
  quota: number;
}

export function AwardList({ awards }: { awards: Award[] }) {
  const { t } = useTranslation('competitions');
  return (
    <Row as="ul" gap={12} rowGap={4} align="stretch">
      {awards.map(({ id, name, tier, quota }) => (
        <Row as="li" gap={3} nowrap key={id} className="tabular">
          <AwardSeal award={{ name, tier }} />
          <span>{t('awards.quota', { count: quota })}</span>
        </Row>
      ))}
    </Row>
  );
}
