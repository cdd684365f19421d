import { useApolloClient } from '@apollo/client/react';
import { useNavigate } from 'react-router';
import { signOut } from './auth';

export function useSignOut(): () => Promise<void> {
  const client = useApolloClient();
  const navigate = useNavigate();
  return async () => {
    await signOut();
    await navigate('/');
    await client.resetStore();
  };
}
