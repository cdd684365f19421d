import { useTranslation } from 'react-i18next';
import { Stack } from './layout/Stack';
import { Skeleton } from './Skeleton';
import classes from './States.module.css';

/** The shape of lines of text that are on their way. */
export function TextSkeleton({ lines = 3 }: { lines?: number }) {
  return (
    <Stack gap={4} aria-hidden="true">
      {Array.from({ length: lines }, (_, n) => (
        <Skeleton key={n} height={16} width={n === lines - 1 ? '60%' : '100%'} />
      ))}
    </Stack>
  );
}

/** Holds the place of a page, so that the footer does not jump. */
export function PageSkeleton() {
  const { t } = useTranslation();
  return (
    <Stack gap={4} className={classes.page} role="status">
      <span className="visually-hidden">{t('loading')}</span>
      <Skeleton height={36} width="55%" />
      <Skeleton height={180} />
      <TextSkeleton lines={4} />
    </Stack>
  );
}
