import { IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/IconButton';
import { chooseScheme, useScheme } from '../ui/style/scheme';

export function SchemeSwitch() {
  const { t } = useTranslation();
  const other = useScheme() === 'dark' ? 'light' : 'dark';
  return (
    <IconButton aria-label={t(`scheme.${other}`)} title={t(`scheme.${other}`)} onClick={() => chooseScheme(other)}>
      {other === 'dark' ? <IconMoon size={20} /> : <IconSun size={20} />}
    </IconButton>
  );
}
