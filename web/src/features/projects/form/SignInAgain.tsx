import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/Dialog';
import type { Writing } from './useDraft';

export type SignInSlot = (onSignedIn: () => void) => ReactNode;

interface Props {
  writing: Pick<Writing, 'state' | 'flush'>;
  /** The door itself, which is another feature's. */
  signIn: SignInSlot;
}

/** Over the form, when a sign-in has run out: nobody leaves the page, and what was typed goes out right after. */
export function SignInAgain({ writing, signIn }: Props) {
  const { t } = useTranslation('projects');
  const [isPutOff, setPutOff] = useState(false);
  if (writing.state !== 'signedOut') return null;
  return (
    <>
      {isPutOff && <Button onClick={() => setPutOff(false)}>{t('saved.signIn')}</Button>}
      <Dialog title={t('saved.signIn')} isOpen={!isPutOff} onClose={() => setPutOff(true)}>
        <p>{t('saved.signedOut')}</p>
        {signIn(() => void writing.flush())}
      </Dialog>
    </>
  );
}
