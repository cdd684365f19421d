import { useTranslation } from 'react-i18next';
import { TextPair } from '../../forms/TextPair';
import { noTexts, textsOf, type Texts } from '../../forms/texts';
import { SetNominationClausesDocument } from '../../gql/SetNominationClauses';
import { Card, Stack } from '../../ui/layout/Stack';
import { StepFrame } from './StepFrame';
import type { StepProps } from './types';
import { useStepForm } from './useStepForm';

const isWritten = ({ zh, en }: Texts) => `${zh}${en}`.trim() !== '';
const written = <Row extends { text: Texts }>(rows: readonly Row[]) => rows.filter(({ text }) => isWritten(text));

/** The rules of nominations in the words of the regulations, as they are cited where one of them refuses something. */
export function ClausesStep({ competition, onSaved, onNext }: StepProps) {
  const { t } = useTranslation('setup');
  const { id, nominationClauses } = competition;
  const form = useStepForm(SetNominationClausesDocument, {
    key: `${id}.clauses`,
    saved: nominationClauses.map(({ rule, ownText }) => ({ rule, text: ownText ? textsOf(ownText) : noTexts })),
    inputOf: (draft) => ({ competitionId: id, clauses: written(draft) }),
    onSaved: () => onSaved(),
  });
  const { draft, errorAt } = form;
  return (
    <StepFrame form={form} onNext={onNext}>
      <Stack as="ul" gap={4}>
        {draft.map(({ rule, text }, index) => {
          const known = nominationClauses.find((clause) => clause.rule === rule);
          return (
            <Card as="li" tone="strong" gap={3} key={rule}>
              <h3>{t(`clauses.rules.${rule}`)}</h3>
              {known && !known.ownText && <p className="soft">{t('clauses.ours', { text: known.text })}</p>}
              <TextPair
                label={t('clauses.words')}
                texts={text}
                // What is left empty is not sent, so the places of errors count the others.
                path={`clauses.${written(draft.slice(0, index)).length}.text`}
                errorAt={isWritten(text) ? errorAt : () => undefined}
                rows={2}
                onChange={(next) => form.change(draft.with(index, { rule, text: next }))}
              />
            </Card>
          );
        })}
      </Stack>
    </StepFrame>
  );
}
