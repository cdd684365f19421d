import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Stack } from '../../../ui/layout/Stack';
import { Notice } from '../../../ui/Notice';
import { isWaiting } from './outbox';
import classes from './RefusedSheets.module.css';
import type { Outbox } from './useOutbox';

/** What the server did not take of what was done without the network: which sheet, why, and what can be done. */
export function RefusedSheets({ outbox }: { outbox: Outbox }) {
  const { t } = useTranslation('judging');
  const refused = outbox.sheets.filter(({ refusal }) => refusal !== null);
  if (refused.length === 0) return null;
  return (
    <Notice tone="trouble">
      <p>{t('refused.title')}</p>
      <Stack as="ul" gap={3} className={classes.refused}>
        {refused.map((sheet) => (
          <li key={sheet.assignmentId}>
            <Link to={`/judge/assignments/${sheet.assignmentId}`}>{sheet.title}</Link>
            <span>{sheet.refusal}</span>
            <Button variant="light" onClick={() => outbox.acknowledge(sheet)}>
              {isWaiting(sheet) ? t('refused.again') : t('refused.read')}
            </Button>
          </li>
        ))}
      </Stack>
    </Notice>
  );
}
