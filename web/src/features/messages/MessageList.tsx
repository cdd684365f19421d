import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { MorePages } from '../../forms/MorePages';
import { PartQuery, type PageAnswer } from '../../forms/PageQuery';
import { useAct } from '../../forms/useAct';
import { MessageListDocument, type MessageListQuery, type MessageListQueryVariables } from '../../gql/MessageList';
import { RetryMessageDocument } from '../../gql/RetryMessage';
import { EmptyState } from '../../ui/EmptyState';
import { Stack } from '../../ui/layout/Stack';
import { Outcome } from '../../ui/Outcome';
import { stateOf, type MessageFilter } from './filters';
import { MessageRow } from './MessageRow';

interface Props {
  slug: string;
  timeZone: string;
  filter: MessageFilter;
  /** Changes whenever the list may have. */
  signal: string;
  onChanged: () => void;
}

const pageSize = 20;

export function MessageList(props: Props) {
  const { slug, filter } = props;
  return (
    <PartQuery
      query={MessageListDocument}
      variables={{ slug, state: stateOf(filter), first: pageSize }}
      pick={({ competition }) => competition?.messageDesk?.messages}
    >
      {(list, answer) => <LoadedList {...props} list={list} answer={answer} />}
    </PartQuery>
  );
}

interface LoadedProps extends Props {
  list: NonNullable<NonNullable<MessageListQuery['competition']>['messageDesk']>['messages'];
  answer: PageAnswer<MessageListQuery, MessageListQueryVariables>;
}

function LoadedList({ timeZone, filter, signal, onChanged, list, answer }: LoadedProps) {
  const { t } = useTranslation('messages');
  const retry = useAct(RetryMessageDocument);
  const retried = useRef<string>(undefined);

  // Reading the list again would throw a reader of later pages back to the first one.
  const isAtTop = list.edges.length <= pageSize;
  const { renew } = answer;
  const known = useRef(signal);
  useEffect(() => {
    if (known.current === signal) return;
    known.current = signal;
    if (isAtTop) void renew();
  }, [signal, isAtTop, renew]);

  const tryAgain = async (messageId: string) => {
    retried.current = messageId;
    await retry.run({ messageId });
    onChanged();
  };

  if (list.edges.length === 0) return <EmptyState title={t(`none.${filter}`)} text={t(`noneText.${filter}`)} />;
  return (
    <>
      <Outcome trouble={retry.problem} />
      <Stack as="ul" gap={3}>
        {list.edges.map(({ node }) => (
          <li key={node.id}>
            <MessageRow
              message={node}
              timeZone={timeZone}
              isBusy={retry.isBusy && retried.current === node.id}
              onRetry={() => void tryAgain(node.id)}
            />
          </li>
        ))}
      </Stack>
      <MorePages list={list} answer={answer} />
    </>
  );
}
