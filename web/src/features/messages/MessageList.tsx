import { useMutation, useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOf } from '../../apollo/errors';
import { MessageListDocument } from '../../gql/MessageList';
import { RetryMessageDocument } from '../../gql/RetryMessage';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { LoadMore } from '../../ui/LoadMore';
import { Notice } from '../../ui/Notice';
import { stateOf, type MessageFilter } from './filters';
import { MessageRow } from './MessageRow';
import classes from './Messages.module.css';

interface Props {
  slug: string;
  timeZone: string;
  filter: MessageFilter;
  /** Changes whenever the list may have. */
  signal: string;
  onChanged: () => void;
}

const pageSize = 20;

export function MessageList({ slug, timeZone, filter, signal, onChanged }: Props) {
  const { t } = useTranslation('messages');
  const answer = useQuery(MessageListDocument, {
    variables: { slug, state: stateOf(filter), first: pageSize },
    fetchPolicy: 'cache-and-network',
    context: { staysOnPage: true },
  });
  const { data, error, refetch, fetchMore } = answer;
  const [retry, { loading: isRetrying }] = useMutation(RetryMessageDocument);
  const [retried, setRetried] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const list = data?.competition?.messageDesk?.messages;

  // What was read further down stays; who has read on is not thrown back to the first page.
  const isAtTop = (list?.edges.length ?? 0) <= pageSize;
  const known = useRef(signal);
  useEffect(() => {
    if (known.current === signal) return;
    known.current = signal;
    if (isAtTop) refetch().catch(() => undefined);
  }, [signal, isAtTop, refetch]);

  const tryAgain = async (messageId: string) => {
    setProblem(undefined);
    setRetried(messageId);
    const sent = await retry({ variables: { input: { messageId } } }).catch(() => undefined);
    const result = sent?.data?.retryMessage;
    if (!result) setProblem(t('retry.network'));
    else if (result.__typename === 'MessageNotFailedError') setProblem(result.message);
    onChanged();
  };

  if (!list) {
    if (error) return <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} />;
    return (
      <div className={classes.list}>
        <Skeleton height={96} radius="md" />
        <Skeleton height={96} radius="md" />
      </div>
    );
  }
  if (list.edges.length === 0) return <EmptyState title={t(`none.${filter}`)} text={t(`noneText.${filter}`)} />;
  return (
    <>
      <div role="alert">{problem && <Notice tone="trouble">{problem}</Notice>}</div>
      <ul className={classes.list}>
        {list.edges.map(({ node }) => (
          <li key={node.id}>
            <MessageRow
              message={node}
              timeZone={timeZone}
              isBusy={isRetrying && retried === node.id}
              onRetry={() => void tryAgain(node.id)}
            />
          </li>
        ))}
      </ul>
      <LoadMore
        shown={list.edges.length}
        total={list.totalCount}
        hasMore={list.pageInfo.hasNextPage}
        isLoading={answer.loading}
        onMore={() => void fetchMore({ variables: { after: list.pageInfo.endCursor } }).catch(() => undefined)}
      />
    </>
  );
}
