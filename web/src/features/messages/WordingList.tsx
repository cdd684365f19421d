import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MessageKind } from '../../gql/types';
import { Stack } from '../../ui/layout/Stack';
import { Tag } from '../../ui/Tag';
import classes from './Messages.module.css';
import { addressOf } from './wordings';

interface Props {
  slug: string;
  wordings: readonly { kind: MessageKind; isOwn: boolean }[];
}

/** The kinds of messages, each with the way to its words. */
export function WordingList({ slug, wordings }: Props) {
  const { t } = useTranslation('messages');
  const kinds = [...new Set(wordings.map(({ kind }) => kind))];
  return (
    <Stack as="ul" gap={3}>
      {kinds.map((kind) => (
        <li key={kind}>
          <Link to={addressOf(slug, kind)} className={classes.kindLink}>
            <b className="good">{t(`kinds.${kind}`)}</b>
            <span className="soft small">{t(`when.${kind}`)}</span>
            {wordings.some((wording) => wording.kind === kind && wording.isOwn) && (
              <Tag tone="laurel">{t('wording.own')}</Tag>
            )}
          </Link>
        </li>
      ))}
    </Stack>
  );
}
