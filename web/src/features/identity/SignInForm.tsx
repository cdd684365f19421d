import { useApolloClient } from '@apollo/client/react';
import { Anchor, Button, TextInput } from '@mantine/core';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import { canBeSentTo, hasMailbox, sendCode, signIn } from './auth';
import classes from './SignInForm.module.css';
import { useAttempt } from './useAttempt';

const secondsBetweenCodes = 30;

interface Props {
  /** Whether codes go to phones as well; the one field then takes both. */
  hasPhone: boolean;
  onSignedIn: () => void;
  /** Over a page that somebody was writing on: it stays as it is. */
  isInPlace?: boolean;
}

export function SignInForm({ hasPhone, onSignedIn, isInPlace = false }: Props) {
  const { t } = useTranslation('identity');
  const client = useApolloClient();
  const { attempt, isBusy, problem, forget } = useAttempt();
  const [to, setTo] = useState('');
  const [sentTo, setSentTo] = useState<string>();
  const [code, setCode] = useState('');
  const [wait, setWait] = useState(0);
  const [isDevelopment, setDevelopment] = useState(false);

  useEffect(() => {
    void hasMailbox().then(setDevelopment);
  }, []);
  useEffect(() => {
    if (wait <= 0) return undefined;
    const timer = setTimeout(() => setWait(wait - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait]);

  const send = () =>
    attempt(async () => {
      await sendCode(to.trim());
      setSentTo(to.trim());
      setCode('');
      setWait(secondsBetweenCodes);
    });

  const enter = (digits: string) =>
    attempt(async () => {
      await signIn(sentTo ?? '', digits);
      onSignedIn();
      if (!isInPlace) await client.resetStore();
    });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    void (sentTo ? enter(code) : send());
  };
  const said = problem && t(`problems.${problem.problem}`, { minutes: problem.minutes });

  return (
    <Stack as="form" gap={4} onSubmit={submit} noValidate>
      {sentTo ? (
        <>
          <p role="status">{t('sentTo', { to: sentTo })}</p>
          <TextInput
            key="code"
            label={t('code')}
            classNames={{ input: classes.code ?? '' }}
            autoFocus
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            value={code}
            error={said}
            onChange={({ currentTarget }) => {
              const digits = currentTarget.value.normalize('NFKC').replace(/\D/g, '');
              setCode(digits);
              if (digits.length === 6 && digits !== code) void enter(digits);
            }}
          />
          <Button type="submit" loading={isBusy} disabled={code.length < 6}>
            {t('signIn')}
          </Button>
          <Row align="stretch" justify="between">
            <Button variant="subtle" px="xs" disabled={wait > 0 || isBusy} onClick={() => void send()}>
              {wait > 0 ? t('againIn', { seconds: wait }) : t('again')}
            </Button>
            <Button
              variant="subtle"
              px="xs"
              onClick={() => {
                setSentTo(undefined);
                forget();
              }}
            >
              {t('another')}
            </Button>
          </Row>
        </>
      ) : (
        <>
          <TextInput
            key="to"
            label={t(hasPhone ? 'emailOrPhone' : 'email')}
            type={hasPhone ? 'text' : 'email'}
            autoFocus
            autoCapitalize="none"
            autoComplete={hasPhone ? 'username' : 'email'}
            inputMode="email"
            value={to}
            error={said}
            onChange={({ currentTarget }) => setTo(currentTarget.value)}
          />
          <Button type="submit" loading={isBusy} disabled={!canBeSentTo(to.trim())}>
            {t('sendCode')}
          </Button>
        </>
      )}
      {isDevelopment && (
        <Anchor href="/dev/mail" target="_blank" size="xs">
          {t('mailbox')}
        </Anchor>
      )}
    </Stack>
  );
}
