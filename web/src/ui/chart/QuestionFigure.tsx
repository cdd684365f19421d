import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../layout/Stack';
import classes from './QuestionFigure.module.css';

interface Props {
  id?: string;
  /** A question; what is drawn is its answer. */
  question: string;
  /** The answer in a sentence, for everybody. */
  answer: ReactNode;
  children: ReactNode;
  /** The same numbers as a table, where what is drawn does not already say them. */
  table?: ReactNode;
}

/** A drawing that answers a question. */
export function QuestionFigure({ id, question, answer, children, table }: Props) {
  const { t } = useTranslation();
  return (
    <Card as="figure" gap={3} pad={5} id={id} className={classes.frame}>
      <figcaption>
        <h3>{question}</h3>
        <p>{answer}</p>
      </figcaption>
      {children}
      {table && (
        <details>
          <summary className="small">{t('asTable')}</summary>
          <div className={classes.table}>{table}</div>
        </details>
      )}
    </Card>
  );
}
