import { useQuery } from '@apollo/client/react';
import '@mantine/core/styles/Switch.layer.css';
import { Button, Switch } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { kindOf } from '../../apollo/errors';
import type { ExtensionList_extensionFragment } from '../../gql/ExtensionList_extension';
import { ExtensionsDocument } from '../../gql/Extensions';
import { DateTime } from '../../ui/DateTime';
import { ErrorState } from '../../ui/ErrorState';
import { LoadMore } from '../../ui/LoadMore';
import { Skeleton } from '../../ui/Skeleton';
import { Tag } from '../../ui/Tag';
import { useNow } from '../../ui/clock';
import classes from './Extensions.module.css';
import { RevokeDialog } from './RevokeDialog';

interface Props {
  slug: string;
  timeZone: string;
  /** Another number asks anew. */
  signal: number;
  onDone: (news: string) => void;
}

export function ExtensionList({ slug, timeZone, signal, onDone }: Props) {
  const { t } = useTranslation('extensions');
  const [withRevoked, setWithRevoked] = useState(false);
  const [revoking, setRevoking] = useState<ExtensionList_extensionFragment>();
  const answer = useQuery(ExtensionsDocument, {
    variables: { slug, withRevoked },
    fetchPolicy: 'cache-and-network',
    context: { staysOnPage: true },
  });
  const { refetch } = answer;
  useEffect(() => {
    if (signal > 0) void refetch().catch(() => undefined);
  }, [signal, refetch]);
  const extensions = (answer.data ?? answer.previousData)?.competition?.extensions;
  if (!extensions) {
    return answer.error ? (
      <ErrorState kind={kindOf(answer.error)} onRetry={() => void refetch()} />
    ) : (
      <Skeleton height={96} />
    );
  }
  const more = () =>
    answer.fetchMore({
      variables: { after: extensions.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult: after }) => {
        const [old, next] = [before.competition, after.competition];
        if (!old || !next) return before;
        const edges = [...old.extensions.edges, ...next.extensions.edges];
        return { competition: { ...old, extensions: { ...next.extensions, edges } } };
      },
    });
  return (
    <div className={classes.list}>
      <Switch
        label={t('list.withRevoked')}
        checked={withRevoked}
        onChange={({ currentTarget }) => setWithRevoked(currentTarget.checked)}
      />
      {extensions.edges.length === 0 && <p>{t('list.none')}</p>}
      <ul className={classes.extensions}>
        {extensions.edges.map(({ node }) => (
          <Line key={node.id} extension={node} timeZone={timeZone} onRevoke={() => setRevoking(node)} />
        ))}
      </ul>
      <LoadMore
        shown={extensions.edges.length}
        total={extensions.totalCount}
        hasMore={extensions.pageInfo.hasNextPage}
        isLoading={answer.loading}
        onMore={() => void more()}
      />
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
    </div>
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
    <li className={classes.extension} data-revoked={revokedAt !== null || undefined}>
      <p className={classes.chosen}>
        <Link to={`/o/${organization.slug}`}>{organization.name}</Link>
        {revokedAt !== null ? (
          <Tag>{t(revocationReason ? 'list.revoked' : 'list.replaced')}</Tag>
        ) : (
          <Tag tone={isOver ? 'plain' : 'laurel'}>{t(isOver ? 'list.over' : 'list.lasts')}</Tag>
        )}
      </p>
      <p>
        {t('list.until')}{' '}
        <b>
          <DateTime value={until} timeZone={timeZone} />
        </b>
      </p>
      <p>{reason}</p>
      <p className={classes.faint}>
        {t('list.granted', { by: grantedBy ?? t('operator') })} <DateTime value={grantedAt} timeZone={timeZone} />
      </p>
      {revokedAt !== null && (
        <p className={classes.faint}>
          {t(revocationReason ? 'list.revokedBy' : 'list.replacedBy', { by: revokedBy ?? t('operator') })}{' '}
          <DateTime value={revokedAt} timeZone={timeZone} />
          {revocationReason && ` · ${revocationReason}`}
        </p>
      )}
      {revokedAt === null && !isOver && (
        <Button
          variant="default"
          className={classes.button}
          aria-label={t('revoke.of', { name: organization.name })}
          onClick={onRevoke}
        >
          {t('revoke.open')}
        </Button>
      )}
    </li>
  );
}
