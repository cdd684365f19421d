import { useTranslation } from 'react-i18next';
import { switchLanguage } from '../i18n/i18n';
import { useLanguage } from '../i18n/useLanguage';
import { Button } from '../ui/Button';

/** Named in the language it leads to, so that its readers recognise it. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const other = useLanguage() === 'en' ? 'zh-CN' : 'en';
  return (
    <Button
      variant="subtle"
      color="gray"
      px="xs"
      lang={other}
      title={t('switchLanguage')}
      onClick={() => void switchLanguage(other)}
    >
      {other === 'en' ? 'English' : '中文'}
    </Button>
  );
}
