import { useApolloClient } from '@apollo/client/react';
import { Anchor, Button, TextInput } from '@mantine/core';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { AuthError, hasMailbox, sendCode, signIn, type AuthProblem } from './auth';
import classes from './SignInForm.module.css';

const secondsBetweenCodes = 30;

export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation('identity');
  const client = useApolloClient();
  const [email, setEmail] = useState('');
  const [sentTo, setSentTo] = useState<string>();
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<AuthProblem>();
  const [isBusy, setBusy] = useState(false);
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

  const attempt = async (act: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await act();
    } catch (error) {
      setProblem(error instanceof AuthError ? error.problem : 'UNKNOWN');
    } finally {
      setBusy(false);
    }
  };

  const send = () =>
    attempt(async () => {
      await sendCode(email.trim());
      setSentTo(email.trim());
      setCode('');
      setWait(secondsBetweenCodes);
    });

  const enter = (digits: string) =>
    attempt(async () => {
      await signIn(sentTo ?? '', digits);
      onSignedIn();
      await client.resetStore();
    });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    void (sentTo ? enter(code) : send());
  };

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      {sentTo ? (
        <>
          <p role="status">{t('sentTo', { email: sentTo })}</p>
          <TextInput
            key="code"
            label={t('code')}
            classNames={{ input: classes.code ?? '' }}
            autoFocus
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            value={code}
            error={problem && t(`problems.${problem}`)}
            onChange={({ currentTarget }) => {
              const digits = currentTarget.value.replace(/\D/g, '');
              setCode(digits);
              if (digits.length === 6 && digits !== code) void enter(digits);
            }}
          />
          <Button type="submit" loading={isBusy} disabled={code.length < 6}>
            {t('signIn')}
          </Button>
          <div className={classes.row}>
            <Button variant="subtle" px="xs" disabled={wait > 0 || isBusy} onClick={() => void send()}>
              {wait > 0 ? t('againIn', { seconds: wait }) : t('again')}
            </Button>
            <Button
              variant="subtle"
              px="xs"
              onClick={() => {
                setSentTo(undefined);
                setProblem(undefined);
              }}
            >
              {t('another')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <TextInput
            key="email"
            label={t('email')}
            type="email"
            autoFocus
            autoComplete="email"
            inputMode="email"
            value={email}
            error={problem && t(`problems.${problem}`)}
            onChange={({ currentTarget }) => setEmail(currentTarget.value)}
          />
          <Button type="submit" loading={isBusy} disabled={!/^\S+@\S+\.\S+$/.test(email.trim())}>
            {t('sendCode')}
          </Button>
        </>
      )}
      {isDevelopment && (
        <Anchor href="/dev/mail" target="_blank" size="xs">
          {t('mailbox')}
        </Anchor>
      )}
    </form>
  );
}
