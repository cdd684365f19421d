import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CriteriaList } from '../../features/rubric/CriteriaList';
import {
  draftOf,
  fingerprint,
  isDraft,
  noDraft,
  rubricOf,
  type Draft,
  type Problem,
} from '../../features/rubric/draft';
import { HeldRubric } from '../../features/rubric/HeldRubric';
import classes from '../../features/rubric/Rubric.module.css';
import { ScopeChooser } from '../../features/rubric/ScopeChooser';
import {
  coveredStages,
  rubricsAt,
  type EditedStage,
  type RubricCompetition,
  type Scope,
} from '../../features/rubric/scopes';
import { ShareList } from '../../features/rubric/ShareList';
import { useScopeWords } from '../../features/rubric/useScopeWords';
import { Outcome } from '../../forms/Outcome';
import { SaveBar } from '../../forms/SaveBar';
import { useAct } from '../../forms/useAct';
import { useFocusOnWrong } from '../../forms/useFocusOnWrong';
import { useKeptDraft } from '../../forms/useKeptDraft';
import { DeclareRubricDocument } from '../../gql/DeclareRubric';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useLeaveGuard } from '../../ui/device/useLeaveGuard';
import { Stack } from '../../ui/layout/Stack';
import { Notice } from '../../ui/Notice';
import { useInstantWords } from '../../ui/time/DateTime';
import { Choice, Choices } from '../../ui/wizard/Choice';
import { Preview } from '../../ui/wizard/Preview';
import wizard from '../../ui/wizard/Wizard.module.css';

interface Props {
  competition: RubricCompetition;
  scope: Scope;
  /** The stage whose opening ended all changes. */
  frozenBy: EditedStage | undefined;
  /** One that has not opened yet. */
  later: EditedStage | undefined;
  onScope: (scope: Scope) => void;
  onSaved: () => Promise<void>;
}

/** One rubric: its criteria and whether a sheet needs a comment. */
export function RubricForm({ competition, scope, frozenBy, later, onScope, onSaved }: Props) {
  const { t } = useTranslation('rubric');
  const inWords = useInstantWords();
  const scopeInWords = useScopeWords(competition);
  const isFrozen = frozenBy !== undefined;
  const { own, holding } = rubricsAt(competition.rubrics, scope);
  const form = useKeptDraft(
    `laurel.rubric.${competition.id}.${scope.stageId ?? ''}.${scope.categoryId ?? ''}`,
    own ? draftOf(own) : noDraft,
    { isFrozen, isDraft, fingerprint },
  );
  const { draft, hasChanges } = form;
  const { rubric, problems } = rubricOf(draft);
  const guard = useLeaveGuard(hasChanges);
  const act = useAct(DeclareRubricDocument, { shows: 'all' });
  const [tries, setTries] = useState(0);
  const [isNews, setNews] = useState(false);
  const [problem, setProblem] = useState<string>();
  useFocusOnWrong(act.refusal ?? tries);
  const problemWords = (found: Problem) =>
    'count' in found ? t(`problems.${found.kind}`, { count: found.count }) : t(`problems.${found.kind}`);
  const isHeld = own === null && holding !== null && !hasChanges;
  const isMultiplied = coveredStages(competition, scope).some(({ scoringRule }) => scoringRule?.scale === 'FACTORS');

  // What is not written yet is no mistake until somebody wants to save it.
  const errorAt = (path: string): string | undefined => {
    const found = problems[path];
    const isEarly = found?.kind === 'required' && tries === 0;
    return act.errorAt(path) ?? (found && !isEarly ? problemWords(found) : undefined);
  };
  const forget = () => {
    setNews(false);
    setProblem(undefined);
    act.clear();
  };
  const change = (next: Draft) => {
    forget();
    form.change(next);
  };
  const save = async () => {
    forget();
    if (!rubric) {
      setTries(tries + 1);
      const none = problems['criteria'];
      setProblem(none ? problemWords(none) : t('save.wrong'));
      return;
    }
    const isSaved = await form.save(async () => {
      if (!(await act.run({ competitionId: competition.id, ...scope, ...rubric }))) return false;
      await onSaved();
      return true;
    });
    if (isSaved) setTries(0);
    setNews(isSaved);
  };
  const discard = () => {
    forget();
    form.discard();
  };

  return (
    <>
      <ScopeChooser competition={competition} scope={scope} onChange={(wanted) => guard.pass(() => onScope(wanted))} />
      {frozenBy && (
        <Notice>
          <p>{t('frozen.text', { stage: frozenBy.name, time: inWords(frozenBy.opensAt, competition.timeZone) })}</p>
          {later && later.id !== scope.stageId && (
            <Button
              variant="default"
              className={classes.inSheet}
              onClick={() => onScope({ ...scope, stageId: later.id })}
            >
              {t('frozen.later', { stage: later.name })}
            </Button>
          )}
        </Notice>
      )}
      {form.isResumed && (
        <Notice>
          <p>{t('resumed')}</p>
        </Notice>
      )}
      <div className={wizard.columns}>
        <div className={wizard.main}>
          <h2 className={wizard.title}>{scopeInWords(scope)}</h2>
          {isHeld ? (
            <HeldRubric
              competition={competition}
              scope={scope}
              holding={holding}
              isFrozen={isFrozen}
              onCopy={() => change(draftOf(holding))}
            />
          ) : (
            <>
              <CriteriaList
                criteria={draft.criteria}
                isFrozen={isFrozen}
                errorAt={errorAt}
                onChange={(criteria) => change({ ...draft, criteria })}
              />
              <Stack as="fieldset" disabled={isFrozen} aria-label={t('comment.legend')}>
                <Choices legend={t('comment.legend')}>
                  <Choice
                    name="requiresComment"
                    isChosen={draft.requiresComment}
                    title={t('comment.required')}
                    text={t('comment.help')}
                    onChange={(requiresComment) => change({ ...draft, requiresComment })}
                  />
                </Choices>
              </Stack>
            </>
          )}
          <Outcome news={isNews && t('save.done')} problem={problem ?? act.problem} />
        </div>
        {!isHeld && draft.criteria.length > 0 && (
          <Preview title={t('shares.title')}>
            <ShareList criteria={draft.criteria} />
            <p className="soft small reading">{t(isMultiplied ? 'shares.factors' : 'shares.help')}</p>
          </Preview>
        )}
      </div>
      {!isHeld && !isFrozen && (
        <SaveBar
          form={{ ...form, discard }}
          still={own ? t('save.saved') : ''}
          action={t('save.action')}
          onSave={save}
        />
      )}
      <ConfirmDialog
        title={t('leave.title')}
        action={t('leave.action')}
        isOpen={guard.isAsking}
        isBusy={false}
        onConfirm={guard.leave}
        onClose={guard.stay}
      >
        <p>{t('leave.text')}</p>
      </ConfirmDialog>
    </>
  );
}
