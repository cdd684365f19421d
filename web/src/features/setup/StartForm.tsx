import { Button } from '@mantine/core';
import type { ReactNode, SyntheticEvent } from 'react';
import { Outcome } from '../../forms/Outcome';
import type { ActState } from '../../forms/useAct';
import { Stack } from '../../ui/layout/Stack';

interface Props {
  act: ActState;
  action: string;
  onSubmit: () => Promise<void>;
  children: ReactNode;
}

/** A form that makes a competition. */
export function StartForm({ act, action, onSubmit, children }: Props) {
  return (
    <Stack
      as="form"
      gap={5}
      noValidate
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        void onSubmit();
      }}
    >
      {children}
      <Outcome problem={act.problem} />
      <Button type="submit" loading={act.isBusy} className="self-start">
        {action}
      </Button>
    </Stack>
  );
}
