import { useTranslation } from 'react-i18next';
import type { AwardTier } from '../../gql/types';
import classes from './AwardList.module.css';
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
    <ul className={classes.awards}>
      {awards.map(({ id, name, tier, quota }) => (
        <li key={id} className={classes.award}>
          <AwardSeal award={{ name, tier }} />
          <span>{t('awards.quota', { count: quota })}</span>
        </li>
      ))}
    </ul>
  );
}
