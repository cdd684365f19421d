import '@mantine/core/styles/Switch.layer.css';
import { Button, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MorePages } from '../../forms/MorePages';
import { PartQuery } from '../../forms/PageQuery';
import type { ExtensionList_extensionFragment } from '../../gql/ExtensionList_extension';
import { ExtensionsDocument } from '../../gql/Extensions';
import { DateTime } from '../../ui/time/DateTime';
import { Row } from '../../ui/layout/Row';
import { Card, Stack } from '../../ui/layout/Stack';
import { Tag } from '../../ui/Tag';
import { useNow } from '../../ui/time/clock';
import classes from './Extensions.module.css';
import { RevokeDialog } from './RevokeDialog';

interface Props {
  slug: string;
  timeZone: string;
  onDone: (news: string) => void;
}

export function ExtensionList({ slug, timeZone, onDone }: Props) {
  const { t } = useTranslation('extensions');
  const [withRevoked, setWithRevoked] = useState(false);
  const [revoking, setRevoking] = useState<ExtensionList_extensionFragment>();
  return (
    <PartQuery
      query={ExtensionsDocument}
      variables={{ slug, withRevoked }}
      pick={({ competition }) => competition?.extensions}
    >
      {(extensions, answer) => (
        <Stack gap={4} className={classes.narrow}>
          <Switch
            label={t('list.withRevoked')}
            checked={withRevoked}
            onChange={({ currentTarget }) => setWithRevoked(currentTarget.checked)}
          />
          {extensions.edges.length === 0 && <p>{t('list.none')}</p>}
          <Stack as="ul" gap={3}>
            {extensions.edges.map(({ node }) => (
              <Line key={node.id} extension={node} timeZone={timeZone} onRevoke={() => setRevoking(node)} />
            ))}
          </Stack>
          <MorePages list={extensions} answer={answer} />
          {revoking && (
            <RevokeDialog
              extension={revoking}
              onClose={() => setRevoking(undefined)}
              onDone={(news) => {
                setRevoking(undefined);
                onDone(news);
              }}
            />
          )}
        </Stack>
      )}
    </PartQuery>
  );
}

interface LineProps {
  extension: ExtensionList_extensionFragment;
  timeZone: string;
  onRevoke: () => void;
}

function Line({ extension, timeZone, onRevoke }: LineProps) {
  const { t } = useTranslation('extensions');
  const now = useNow(60_000);
  const { organization, until, reason, grantedBy, grantedAt, revokedAt, revokedBy, revocationReason } = extension;
  const isOver = Date.parse(until) < now;
  return (
    <Card
      as="li"
      tone="strong"
      gap={2}
      className={`anywhere ${classes.extension}`}
      data-revoked={revokedAt !== null || undefined}
    >
      <Row as="p" gap={3} rowGap={1}>
        <Link to={`/o/${organization.slug}`}>{organization.name}</Link>
        {revokedAt !== null ? (
          <Tag>{t(revocationReason ? 'list.revoked' : 'list.replaced')}</Tag>
        ) : (
          <Tag tone={isOver ? 'plain' : 'laurel'}>{t(isOver ? 'list.over' : 'list.lasts')}</Tag>
        )}
      </Row>
      <p>
        {t('list.until')}{' '}
        <b>
          <DateTime value={until} timeZone={timeZone} />
        </b>
      </p>
      <p>{reason}</p>
      <p className="soft small">
        {t('list.granted', { by: grantedBy ?? t('operator') })} <DateTime value={grantedAt} timeZone={timeZone} />
      </p>
      {revokedAt !== null && (
        <p className="soft small">
          {t(revocationReason ? 'list.revokedBy' : 'list.replacedBy', { by: revokedBy ?? t('operator') })}{' '}
          <DateTime value={revokedAt} timeZone={timeZone} />
          {revocationReason && ` · ${revocationReason}`}
        </p>
      )}
      {revokedAt === null && !isOver && (
        <Button
          variant="default"
          className={classes.start}
          aria-label={t('revoke.of', { name: organization.name })}
          onClick={onRevoke}
        >
          {t('revoke.open')}
        </Button>
      )}
    </Card>
  );
}
