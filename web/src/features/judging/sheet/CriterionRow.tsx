import { ActionIcon } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sheet_rubricFragment } from '../../../gql/Sheet_rubric';
import { Columns } from '../../../ui/layout/Columns';
import { Row } from '../../../ui/layout/Row';
import { Stack } from '../../../ui/layout/Stack';
import { buttonsOf, formatDecimal, parseDecimal, shortest, stepCount, stepped } from './decimal';
import classes from './CriterionRow.module.css';
import { LevelList } from './LevelList';
import { levelAt } from './levels';
import { markOf } from './sheet';
import type { Sheet } from './useSheet';

export type SheetCriterion = Sheet_rubricFragment['criteria'][number];

interface Props {
  criterion: SheetCriterion;
  sheet: Sheet;
  /** Of all the weights together, in percent. */
  share: string;
  showsLevels: boolean;
  /** Enter goes on to the next criterion. */
  onNext: () => void;
}

export const markBoxId = (criterionId: string) => `mark-${criterionId}`;

/** Longer scales have no slider: a thumb does not hit one of a thousand. */
const mostSliderSteps = 100;

/**
 * One criterion: its wording, and a mark by keys or by thumb. The box alone is in the tab order,
 * so that digits and Tab mark a whole entry; buttons and slider are for hands on glass.
 */
export function CriterionRow({ criterion, sheet, share, showsLevels, onNext }: Props) {
  const { t } = useTranslation('judging');
  const { id, name, guidance, levels } = criterion;
  const [minimum, maximum] = [shortest(criterion.minimum), shortest(criterion.maximum)];
  const mark = markOf(sheet.draft, criterion);
  const value = typeof mark === 'bigint' ? mark : null;
  const level = value === null ? undefined : levelAt(levels, value);
  const isOff = mark === undefined;
  const buttons = buttonsOf(criterion);
  const set = (to: bigint) => sheet.mark(criterion, formatDecimal(to));
  const move = (direction: 1 | -1, steps?: bigint) => set(stepped(value, direction, criterion, steps));
  const thousandths = (text: string) => Number(parseDecimal(text) ?? 0n);

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
    <Stack gap={2} tone="ruled" padBlock={4} className={classes.row} data-marked={value !== null || undefined}>
      <Columns from="always" sizes="minmax(0, 1fr) auto" gap={4} rowGap={1} align="center">
        <label htmlFor={markBoxId(id)} className={classes.name}>
          {name} <span className={classes.share}>{t('sheet.weight', { share })}</span>
        </label>
        <Row gap={1} nowrap className={classes.value}>
          <ActionIcon variant="default" size={44} tabIndex={-1} onClick={() => move(-1)} aria-hidden="true">
            <IconMinus size={18} />
          </ActionIcon>
          <input
            id={markBoxId(id)}
            className={classes.box}
            role="spinbutton"
            inputMode={minimum.startsWith('-') ? 'text' : 'decimal'}
            autoComplete="off"
            enterKeyHint="next"
            value={sheet.draft.text[id] ?? ''}
            aria-valuemin={Number(minimum)}
            aria-valuemax={Number(maximum)}
            aria-valuenow={value === null ? undefined : Number(formatDecimal(value))}
            aria-invalid={isOff ? true : undefined}
            aria-describedby={isOff ? `problem-${id}` : level ? `level-${id}` : `guidance-${id}`}
            onChange={({ currentTarget }) => sheet.mark(criterion, currentTarget.value)}
            onFocus={({ currentTarget }) => currentTarget.select()}
            onKeyDown={onKeyDown}
          />
          <ActionIcon variant="default" size={44} tabIndex={-1} onClick={() => move(1)} aria-hidden="true">
            <IconPlus size={18} />
          </ActionIcon>
          <span className={classes.maximum}>/ {maximum}</span>
        </Row>
      </Columns>
      <p id={`guidance-${id}`} className="soft small lines">
        {guidance}
      </p>
      <div aria-hidden="true">
        {buttons ? (
          <div className={classes.buttons} style={{ '--count': buttons.length }}>
            {buttons.map((one, index) => (
              <button
                key={String(one)}
                type="button"
                tabIndex={-1}
                className={classes.button}
                title={levelAt(levels, one)?.wording}
                data-chosen={value === one || undefined}
                data-near={isBetween(value, one, buttons[index + 1]) || undefined}
                onClick={() => set(one)}
              >
                {formatDecimal(one)}
              </button>
            ))}
          </div>
        ) : (
          stepCount(criterion) <= mostSliderSteps && (
            <input
              type="range"
              tabIndex={-1}
              className={classes.slider}
              min={thousandths(minimum)}
              max={thousandths(maximum)}
              step={thousandths(criterion.step)}
              value={value === null ? thousandths(minimum) : Number(value)}
              data-empty={value === null || undefined}
              onChange={({ currentTarget }) => set(BigInt(currentTarget.value))}
            />
          )
        )}
      </div>
      {showsLevels ? (
        <LevelList id={`level-${id}`} levels={levels} current={level} scale={criterion} />
      ) : (
        level && (
          <p id={`level-${id}`} className={classes.level}>
            {level.wording}
          </p>
        )
      )}
      {isOff && (
        <p id={`problem-${id}`} className="small bad" role="alert">
          {t('sheet.offScale', { minimum, maximum, step: shortest(criterion.step) })}
        </p>
      )}
    </Stack>
  );
}

/** 7.5 lies on no button and near that of 7. */
const isBetween = (value: bigint | null, one: bigint, next: bigint | undefined): boolean =>
  value !== null && value > one && next !== undefined && value < next;
