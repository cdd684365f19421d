import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Row } from '../../../ui/layout/Row';
import type { Presence } from './usePresence';

interface Props {
  others: readonly Presence[];
  nameOf: (part: string) => string;
}

/** Who else has the project open, and where they write. */
export function PresenceLine({ others, nameOf }: Props) {
  const { t } = useTranslation('projects');
  const lines = others.map(({ name, key }) => {
    const who = name || t('presence.somebody');
    return key === null ? t('presence.here', { who }) : t('presence.writes', { who, part: nameOf(key) });
  });
  return (
    <Row gap={2} nowrap role="status" className="small gold">
      {lines.length > 0 && (
        <>
          <IconUsers size={18} aria-hidden="true" />
          <span>{[...new Set(lines)].join(t('presence.and'))}</span>
        </>
      )}
    </Row>
  );
}
