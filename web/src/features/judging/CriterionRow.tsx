import { ActionIcon } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sheet_criterionFragment } from '../../gql/Sheet_criterion';
import { formatDecimal, parseDecimal, stepped, wholeMarks } from './decimal';
import classes from './CriterionRow.module.css';
import { markOf } from './sheet';
import type { Sheet } from './useSheet';

interface Props {
  criterion: Sheet_criterionFragment;
  sheet: Sheet;
  /** Of all the weights together, in percent. */
  share: string;
  /** Enter and a tapped button go on to the next criterion. */
  onNext: () => void;
}

export const markBoxId = (criterionId: string) => `mark-${criterionId}`;

/**
 * One criterion: its wording, and a mark by keys or by thumb. The box alone is in the tab order,
 * so that digits and Tab mark a whole entry; buttons and slider are for hands on glass.
 */
export function CriterionRow({ criterion, sheet, share, onNext }: Props) {
  const { t } = useTranslation('judging');
  const { id, name, guidance, maximum, step } = criterion;
  const mark = markOf(sheet.draft, criterion);
  const value = typeof mark === 'bigint' ? mark : null;
  const problem = mark === undefined ? t('sheet.offScale', { maximum, step }) : sheet.draft.problems[id];
  const buttons = wholeMarks(criterion);
  const thousandths = (text: string) => Number(parseDecimal(text) ?? 0n);
  const set = (to: bigint) => sheet.mark(id, formatDecimal(to));
  const move = (direction: 1 | -1, steps?: bigint) => set(stepped(value, direction, criterion, steps));

  const onKeyDown = (event: KeyboardEvent) => {
    switch (event.key) {
      case 'ArrowUp':
        move(1);
        break;
      case 'ArrowDown':
        move(-1);
        break;
      case 'PageUp':
        move(1, 10n);
        break;
      case 'PageDown':
        move(-1, 10n);
        break;
      case 'Enter':
        onNext();
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  return (
    <div className={classes.row} data-marked={value !== null || undefined}>
      <div className={classes.head}>
        <label htmlFor={markBoxId(id)} className={classes.name}>
          {name} <span className={classes.share}>{t('sheet.weight', { share })}</span>
        </label>
        <div className={classes.value}>
          <ActionIcon variant="default" tabIndex={-1} onClick={() => move(-1)} aria-hidden="true">
            <IconMinus size={18} />
          </ActionIcon>
          <input
            id={markBoxId(id)}
            className={classes.box}
            role="spinbutton"
            inputMode="decimal"
            autoComplete="off"
            enterKeyHint="next"
            value={sheet.draft.text[id] ?? ''}
            aria-valuemin={0}
            aria-valuemax={Number(maximum)}
            aria-valuenow={value === null ? undefined : Number(formatDecimal(value))}
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? `problem-${id}` : `guidance-${id}`}
            onChange={({ currentTarget }) => sheet.mark(id, currentTarget.value)}
            onFocus={({ currentTarget }) => currentTarget.select()}
            onBlur={() => void sheet.flush()}
            onKeyDown={onKeyDown}
          />
          <ActionIcon variant="default" tabIndex={-1} onClick={() => move(1)} aria-hidden="true">
            <IconPlus size={18} />
          </ActionIcon>
          <span className={classes.maximum}>/ {formatDecimal(parseDecimal(maximum) ?? 0n)}</span>
        </div>
      </div>
      <p id={`guidance-${id}`} className={classes.guidance}>
        {guidance}
      </p>
      <div aria-hidden="true">
        {buttons ? (
          <div className={classes.buttons}>
            {buttons.map((one) => (
              <button
                key={String(one)}
                type="button"
                tabIndex={-1}
                className={classes.button}
                data-chosen={value === one || undefined}
                data-near={(value !== null && value !== one && value > one && value - one < 1000n) || undefined}
                onClick={() => set(one)}
              >
                {formatDecimal(one)}
              </button>
            ))}
          </div>
        ) : (
          <input
            type="range"
            tabIndex={-1}
            className={classes.slider}
            min={0}
            max={thousandths(maximum)}
            step={thousandths(step)}
            value={Number(value ?? 0n)}
            data-empty={value === null || undefined}
            onChange={({ currentTarget }) => set(BigInt(currentTarget.value))}
          />
        )}
      </div>
      {problem && (
        <p id={`problem-${id}`} className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
