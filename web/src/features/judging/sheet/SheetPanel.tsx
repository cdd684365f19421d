import { useMediaQuery } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './SheetPanel.module.css';

interface Props {
  /** How the sheet stands, for the handle of the drawer. */
  summary: ReactNode;
  children: ReactNode;
}

/**
 * Beside the entry on a desk. On a phone a drawer at the thumb, which never blocks the entry:
 * a judge reads a paragraph and marks it without losing the place.
 */
export function SheetPanel({ summary, children }: Props) {
  const { t } = useTranslation('judging');
  const isWide = useMediaQuery('(min-width: 62em)', false, { getInitialValueInEffect: false });
  const [isOpen, setOpen] = useState(false);
  if (isWide) {
    return (
      <section className={classes.panel} aria-label={t('sheet.title')}>
        <h2 className={classes.title}>{t('sheet.title')}</h2>
        {children}
      </section>
    );
  }
  return (
    <section
      className={classes.drawer}
      aria-label={t('sheet.title')}
      onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
    >
      <button
        type="button"
        className={classes.handle}
        aria-expanded={isOpen}
        aria-controls="sheet-drawer"
        onClick={() => setOpen(!isOpen)}
      >
        <span className="tabular">{summary}</span>
        <span className={classes.open}>
          {isOpen ? t('sheet.close') : t('sheet.open')}
          {isOpen ? <IconChevronDown size={20} /> : <IconChevronUp size={20} />}
        </span>
      </button>
      <div id="sheet-drawer" className={classes.content} hidden={!isOpen}>
        {children}
      </div>
    </section>
  );
}
