import { useCallback } from 'react';
import type { SubmitPart_competitionFragment } from '../../../gql/SubmitPart_competition';
import { EntryAnswers, type AnswersState } from './EntryAnswers';
import type { FileSlot } from './QuestionField';
import type { SignInSlot } from '../form/SignInAgain';

/** An entry that is to be corrected, in the form. */
export interface AskedCorrection {
  entryId: string;
  until: string;
  timeZone: string;
  categoryId: string;
  fields: readonly { kind: string; key: string; remark: string }[];
  /** Where it competes, once that is loaded. */
  competition: SubmitPart_competitionFragment | undefined;
}

interface Props {
  projectId: string;
  correction: AskedCorrection;
  competition: SubmitPart_competitionFragment;
  signIn: SignInSlot;
  fileSlot: FileSlot | undefined;
  onSaved: (entryId: string, isSaved: boolean) => void;
}

const keepsCategory = () => undefined;

/** What was answered to a competition, to be corrected also where it takes no more entries. */
export function CorrectionAnswers({ projectId, correction, competition, signIn, fileSlot, onSaved }: Props) {
  const { entryId, categoryId } = correction;
  const tell = useCallback(({ isSaved }: AnswersState) => onSaved(entryId, isSaved), [entryId, onSaved]);
  return (
    <EntryAnswers
      projectId={projectId}
      competition={competition}
      categoryId={categoryId}
      onCategory={keepsCategory}
      onState={tell}
      signIn={signIn}
      fileSlot={fileSlot}
    />
  );
}
