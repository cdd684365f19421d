import { useState } from 'react';
import { AuthError } from './auth';

/** One try at the door at a time, and what became of the last one. */
export function useAttempt() {
  const [problem, setProblem] = useState<AuthError>();
  const [isBusy, setBusy] = useState(false);
  const attempt = async (act: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await act();
    } catch (error) {
      setProblem(error instanceof AuthError ? error : new AuthError('UNKNOWN'));
    } finally {
      setBusy(false);
    }
  };
  return { attempt, isBusy, problem, forget: () => setProblem(undefined) };
}
