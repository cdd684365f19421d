import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { SetNominationClausesDocument } from '../../gql/SetNominationClauses';
import type { StepProps } from './BasicsStep';
import classes from './SetUp.module.css';
import { StepFrame } from './StepFrame';
import { TextPair } from '../../forms/TextPair';
import { noTexts, textsOf, type Texts } from '../../forms/texts';
import { useStepForm } from './useStepForm';

type Rule = StepProps['competition']['nominationClauses'][number]['rule'];

const isWritten = ({ zh, en }: Texts) => `${zh}${en}`.trim() !== '';

/** The rules of nominations in the words of the regulations, as they are cited where one of them refuses something. */
export function ClausesStep({ competition, onSaved, onNext }: StepProps) {
  const { t } = useTranslation('setup');
  const [send] = useMutation(SetNominationClausesDocument);
  const { id, nominationClauses } = competition;
  const saved = nominationClauses.map(({ rule, ownText }): { rule: Rule; text: Texts } => ({
    rule,
    text: ownText ? textsOf(ownText) : noTexts,
  }));
  const written = (rows: typeof saved) => rows.filter(({ text }) => isWritten(text));
  const form = useStepForm(`laurel.setup.${id}.clauses`, saved, async (draft) => {
    const input = { competitionId: id, clauses: written(draft) };
    return (await send({ variables: { input }, context: { staysOnPage: true } })).data?.setNominationClauses;
  });
  const { draft, errorAt } = form;
  return (
    <StepFrame form={form} onSaved={onSaved} onNext={onNext}>
      <ul className={classes.cards}>
        {draft.map(({ rule, text }, index) => {
          const known = nominationClauses.find((clause) => clause.rule === rule);
          return (
            <li key={rule} className={classes.card}>
              <h3>{t(`clauses.rules.${rule}`)}</h3>
              {known && !known.ownText && <p className={classes.help}>{t('clauses.ours', { text: known.text })}</p>}
              <TextPair
                label={t('clauses.words')}
                texts={text}
                // What is left empty is not sent, so the places of errors count the others.
                path={`clauses.${written(draft.slice(0, index)).length}.text`}
                errorAt={isWritten(text) ? errorAt : () => undefined}
                rows={2}
                onChange={(next) => form.change(draft.with(index, { rule, text: next }))}
              />
            </li>
          );
        })}
      </ul>
    </StepFrame>
  );
}
