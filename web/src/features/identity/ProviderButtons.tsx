import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SignInMethodsQuery } from '../../gql/SignInMethods';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import { addressOf, AuthError } from './auth';
import classes from './SignInForm.module.css';
import { useAttempt } from './useAttempt';

interface Props {
  providers: SignInMethodsQuery['signInMethods']['providers'];
  /** Where to go on afterwards. */
  next: string;
  /** That somebody has just come back without having been let in. */
  wasRefused: boolean;
}

/** The logins of others; nothing where none is configured. */
export function ProviderButtons({ providers, next, wasRefused }: Props) {
  const { t } = useTranslation('identity');
  const { attempt, isBusy, problem = wasRefused ? new AuthError('PROVIDER') : undefined } = useAttempt();
  if (providers.length === 0) return null;
  return (
    <Stack gap={4}>
      <Row as="p" gap={3} nowrap className={classes.or}>
        {t('or')}
      </Row>
      {problem && (
        <p role="alert" className={classes.problem}>
          {t(`problems.${problem.problem}`, { minutes: problem.minutes })}
        </p>
      )}
      {providers.map(({ slug, name }) => (
        <Button
          key={slug}
          variant="default"
          disabled={isBusy}
          onClick={() => void attempt(async () => location.assign(await addressOf(slug, next)))}
        >
          {t('through', { name })}
        </Button>
      ))}
    </Stack>
  );
}
