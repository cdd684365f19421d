import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/useLanguage';
import { QuestionFigure } from '../../ui/chart/QuestionFigure';
import { Stack } from '../../ui/layout/Stack';
import { sharesOf, type Region } from './regions';
import classes from './RegionsFigure.module.css';

interface Props {
  figures: readonly { region: Region; votes: number }[];
}

/** Where the organizations are whose entries were chosen: by city, each to be opened down to its counties. */
export function RegionsFigure({ figures }: Props) {
  const { t } = useTranslation('votes');
  const language = useLanguage();
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumSignificantDigits: 2 });
  const shares = sharesOf(figures);
  const total = shares.reduce((sum, { votes }) => sum + votes, 0);
  const [first] = shares;
  if (!first) return null;
  const line = (name: string, votes: number, most: number) => (
    <>
      <span className={classes.name}>{name}</span>
      <span className={classes.track} aria-hidden="true">
        <span style={{ width: `${(votes / most) * 100}%` }} />
      </span>
      <span className={`tabular ${classes.number}`}>{number.format(votes)}</span>
      <span className={`faint small tabular ${classes.number}`}>{percent.format(votes / total)}</span>
    </>
  );
  return (
    <QuestionFigure
      question={t('regions.question')}
      answer={t('regions.answer', {
        name: first.name,
        share: percent.format(first.votes / total),
        count: shares.length,
      })}
    >
      <Stack as="ul">
        {shares.map(({ id, name, votes, parts }) => (
          <li key={id}>
            {parts.length > 0 ? (
              <details>
                <summary className={classes.row}>{line(name, votes, first.votes)}</summary>
                <Stack as="ul">
                  {parts.map((part) => (
                    <li key={part.id} className={classes.row} data-part>
                      {line(part.name, part.votes, first.votes)}
                    </li>
                  ))}
                </Stack>
              </details>
            ) : (
              <div className={classes.row}>{line(name, votes, first.votes)}</div>
            )}
          </li>
        ))}
      </Stack>
    </QuestionFigure>
  );
}
