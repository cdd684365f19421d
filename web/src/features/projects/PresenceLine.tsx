import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './PresenceLine.module.css';
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
    <div role="status" className={classes.line}>
      {lines.length > 0 && (
        <>
          <IconUsers size={18} aria-hidden="true" />
          <span>{[...new Set(lines)].join(t('presence.and'))}</span>
        </>
      )}
    </div>
  );
}
