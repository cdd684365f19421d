import { useApolloClient } from '@apollo/client/react';
import { useNavigate } from 'react-router';

/** Apart from what the sign-in page sends, so that it alone loads with every page. */
async function signOut(): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  const { ok, status } = await fetch('/api/auth/sign-out', { method: 'POST', headers, body: '{}' });
  if (!ok) throw new Error(`sign-out answered ${status}`);
}

function forgetVisit(): void {
  try {
    sessionStorage.clear();
  } catch {
    // Where storage is forbidden nothing waits in it.
  }
}

export function useSignOut(): () => Promise<void> {
  const client = useApolloClient();
  const navigate = useNavigate();
  return async () => {
    await signOut();
    // What waits in this tab was meant by whoever leaves: a vote that is not answered yet, a place in line.
    forgetVisit();
    await navigate('/');
    await client.resetStore();
  };
}
