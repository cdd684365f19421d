import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, DialogActions } from '../../ui/Dialog';
import type { Conflict } from './draft';
import type { FieldName, Fields } from './project-fields';
import classes from './StaleDialog.module.css';

type Pick = 'mine' | 'theirs';

interface Props {
  conflict: Conflict | null;
  mine: Fields;
  onChoose: (picks: Partial<Record<FieldName, Pick>>) => void;
}

/** Two people's texts side by side. It can be put off, but nothing of either is saved meanwhile. */
export function StaleDialog({ conflict, mine, onChoose }: Props) {
  const { t } = useTranslation('projects');
  const [picks, setPicks] = useState<Partial<Record<FieldName, Pick>>>({});
  const [putOff, setPutOff] = useState<Conflict | null>(null);
  if (!conflict) return null;
  const { version, fields, theirs } = conflict;
  const isDecided = fields.every((name) => picks[name]);
  const wordsOf = (name: FieldName, text: string) =>
    name === 'language' ? t(`languages.${text === 'EN' ? 'EN' : 'ZH_CN'}`) : text || t('stale.empty');
  return (
    <>
      {putOff === conflict && (
        <Button color="seal" onClick={() => setPutOff(null)}>
          {t('stale.title')}
        </Button>
      )}
      <Dialog title={t('stale.title')} isOpen={putOff !== conflict} onClose={() => setPutOff(conflict)} width="wide">
        <p>{t('stale.lead', { version })}</p>
        {fields.map((name) => (
          <fieldset key={name} className={classes.dispute}>
            <legend>{t(`fields.${name}`)}</legend>
            {(['mine', 'theirs'] as const).map((pick) => (
              <label key={pick} className={classes.text} data-picked={picks[name] === pick || undefined}>
                <span className={classes.whose}>
                  <input
                    type="radio"
                    name={`stale-${name}`}
                    checked={picks[name] === pick}
                    onChange={() => setPicks({ ...picks, [name]: pick })}
                  />
                  {pick === 'mine' ? t('stale.mine') : t('stale.theirs', { version })}
                </span>
                <span className={classes.words}>{wordsOf(name, pick === 'mine' ? mine[name] : theirs[name])}</span>
              </label>
            ))}
          </fieldset>
        ))}
        <DialogActions>
          <Button
            disabled={!isDecided}
            onClick={() => {
              setPicks({});
              onChoose(picks);
            }}
          >
            {t('stale.confirm')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
