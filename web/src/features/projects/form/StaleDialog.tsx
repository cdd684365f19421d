import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, DialogActions } from '../../../ui/Dialog';
import { Columns } from '../../../ui/layout/Columns';
import { Row } from '../../../ui/layout/Row';
import type { Conflict, Fields, Picks } from './draft';
import classes from './StaleDialog.module.css';

interface Props {
  /** What the part is called. */
  part: string;
  conflict: Conflict;
  mine: Fields;
  labelOf: (name: string) => string;
  /** A value as words, where it is not its own. */
  wordsOf?: (name: string, value: string) => string;
  onChoose: (picks: Picks) => void;
}

/** Two people's texts side by side. It can be put off, but nothing of either is saved meanwhile. */
export function StaleDialog({ part, conflict, mine, labelOf, wordsOf = (_, value) => value, onChoose }: Props) {
  const { t } = useTranslation('projects');
  const [picks, setPicks] = useState<Picks>({});
  const [putOff, setPutOff] = useState<Conflict | null>(null);
  const { version, fields, theirs } = conflict;
  const isDecided = fields.every((name) => picks[name]);
  return (
    <>
      {putOff === conflict && (
        <Button color="seal" onClick={() => setPutOff(null)}>
          {t('stale.title')} · {part}
        </Button>
      )}
      <Dialog title={t('stale.title')} isOpen={putOff !== conflict} onClose={() => setPutOff(conflict)} width="wide">
        <p>{t('stale.lead', { part, version })}</p>
        {fields.map((name) => (
          <Columns as="fieldset" gap={3} key={name} className={classes.dispute}>
            <legend>{labelOf(name)}</legend>
            {(['mine', 'theirs'] as const).map((pick) => (
              <label key={pick} className={classes.text} data-picked={picks[name] === pick || undefined}>
                <Row as="span" gap={2} nowrap className={classes.whose}>
                  <input
                    type="radio"
                    name={`stale-${name}`}
                    checked={picks[name] === pick}
                    onChange={() => setPicks({ ...picks, [name]: pick })}
                  />
                  {pick === 'mine' ? t('stale.mine') : t('stale.theirs', { version })}
                </Row>
                <span className={classes.words}>
                  {wordsOf(name, (pick === 'mine' ? mine[name] : theirs[name]) ?? '') || t('stale.empty')}
                </span>
              </label>
            ))}
          </Columns>
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
