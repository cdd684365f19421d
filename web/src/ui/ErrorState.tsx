import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { ButtonLink } from './ButtonLink';
import { EmptyState } from './EmptyState';

export type ErrorStateKind = 'network' | 'busy' | 'forbidden' | 'notFound' | 'gone' | 'server';

interface Props {
  kind: ErrorStateKind;
  onRetry?: (() => void) | undefined;
  /** 1 where it is all that the page has. */
  level?: 1 | 2;
}

/** What happened, what it means, what to do. */
export function ErrorState({ kind, onRetry, level }: Props) {
  const { t } = useTranslation();
  const canRetry = onRetry && ['network', 'busy', 'server'].includes(kind);
  return (
    <EmptyState role="alert" level={level} title={t(`errors.${kind}.title`)} text={t(`errors.${kind}.text`)}>
      {canRetry && <Button onClick={onRetry}>{t('retry')}</Button>}
      <ButtonLink to="/" variant={canRetry ? 'subtle' : 'filled'}>
        {t('notFound.home')}
      </ButtonLink>
    </EmptyState>
  );
}
