import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CriteriaList } from '../../features/rubric/CriteriaList';
import { draftOf } from '../../features/rubric/draft';
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
import { useLeaveGuard } from '../../ui/useLeaveGuard';
import { useProblemWords } from '../../features/rubric/useProblemWords';
import { useRubricDraft } from '../../features/rubric/useRubricDraft';
import { useScopeWords } from '../../features/rubric/useScopeWords';
import { DeclareRubricDocument } from '../../gql/DeclareRubric';
import { ActionBar } from '../../ui/ActionBar';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useInstantWords } from '../../ui/DateTime';
import { Notice } from '../../ui/Notice';
import { Choice, Choices } from '../../ui/wizard/Choice';
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
  const of = useRubricDraft(
    `laurel.rubric.${competition.id}.${scope.stageId ?? ''}.${scope.categoryId ?? ''}`,
    own,
    isFrozen,
  );
  const { draft } = of;
  const guard = useLeaveGuard(of.hasChanges);
  const [declare, { loading }] = useMutation(DeclareRubricDocument);
  const [tries, setTries] = useState(0);
  const [news, setNews] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const problemWords = useProblemWords();
  const isHeld = own === null && holding !== null && !of.hasChanges;
  const isMultiplied = coveredStages(competition, scope).some(({ scoringRule }) => scoringRule?.scale === 'FACTORS');

  // What is not written yet is no mistake until somebody wants to save it.
  const errorAt = (path: string): string | undefined => {
    const found = of.problems[path];
    if (of.refused[path] !== undefined) return of.refused[path];
    return found === undefined || (found.kind === 'required' && tries === 0) ? undefined : problemWords(found);
  };
  // The bar with its button is always in sight; what comes of pressing it may not be.
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const wrong = tries > 0 && document.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong) wrong.focus();
    else if (news ?? problem) told.current?.scrollIntoView({ block: 'nearest' });
  }, [tries, news, problem]);

  const change = (next: typeof draft) => {
    setNews(undefined);
    of.change(next);
  };
  const save = async () => {
    setProblem(undefined);
    setNews(undefined);
    if (!of.rubric) {
      setTries(tries + 1);
      const none = of.problems['criteria'];
      setProblem(none ? problemWords(none) : t('save.wrong'));
      return;
    }
    const input = { competitionId: competition.id, ...scope, ...of.rubric };
    const answer = await declare({ variables: { input }, context: { staysOnPage: true } }).catch(() => undefined);
    const result = answer?.data?.declareRubric;
    switch (result?.__typename) {
      case 'DeclareRubricSuccess':
        await onSaved();
        of.discard();
        setTries(0);
        setNews(t('save.done'));
        return;
      case 'InvalidInputError':
        of.refuse(result.fields);
        setTries(tries + 1);
        setProblem(result.message);
        return;
      case 'ScoringRuleFrozenError':
      case 'UnknownCriterionError':
        setProblem(result.message);
        return;
      default:
        setProblem(t('save.network'));
    }
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
      {of.isResumed && (
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
              <fieldset className={wizard.fields} disabled={isFrozen} aria-label={t('comment.legend')}>
                <Choices legend={t('comment.legend')}>
                  <Choice
                    type="checkbox"
                    name="requiresComment"
                    value="yes"
                    isChosen={draft.requiresComment}
                    title={t('comment.required')}
                    text={t('comment.help')}
                    onChange={(requiresComment) => change({ ...draft, requiresComment })}
                  />
                </Choices>
              </fieldset>
            </>
          )}
          <div ref={told} className={classes.news}>
            <div role="status">{news && <Notice tone="good">{news}</Notice>}</div>
            <div role="alert">{problem && <Notice tone="trouble">{problem}</Notice>}</div>
          </div>
        </div>
        {!isHeld && draft.criteria.length > 0 && (
          <aside className={`${wizard.preview} ${classes.shares}`} aria-labelledby="rubric-shares" tabIndex={0}>
            <h2 id="rubric-shares">{t('shares.title')}</h2>
            <ShareList criteria={draft.criteria} />
            <p className={classes.help}>{t(isMultiplied ? 'shares.factors' : 'shares.help')}</p>
          </aside>
        )}
      </div>
      {!isHeld && !isFrozen && (
        <ActionBar label={t('save.label')}>
          <span className={classes.barState}>{of.hasChanges ? t('save.changed') : own ? t('save.saved') : ''}</span>
          <span className={classes.barActions}>
            {of.hasChanges && (
              <Button variant="default" disabled={loading} onClick={of.discard}>
                {t('save.discard')}
              </Button>
            )}
            <Button loading={loading} disabled={!of.hasChanges} onClick={() => void save()}>
              {t('save.action')}
            </Button>
          </span>
        </ActionBar>
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
