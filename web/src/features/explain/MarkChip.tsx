import { useTranslation } from 'react-i18next';
import type { MarkUse } from '../../gql/Worksheet';
import { Stack } from '../../ui/layout/Stack';
import classes from './Worksheet.module.css';

interface Props {
  judgeCode: string;
  value: string | null;
  use: MarkUse | null;
}

/** One judge's number; what does not count is struck through, and said to be. */
export function MarkChip({ judgeCode, value, use }: Props) {
  const { t } = useTranslation('explain');
  const isUsed = use === 'USED' || use === null;
  return (
    <Stack as="li" align="center" className={classes.mark} data-dropped={!isUsed || undefined}>
      <span className="soft small">{judgeCode}</span>
      {isUsed ? <b>{value ?? '–'}</b> : <s>{value ?? '–'}</s>}
      {!isUsed && <small>{t(`worksheet.use.${use}`)}</small>}
    </Stack>
  );
}
