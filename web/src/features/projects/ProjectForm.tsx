import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { ProjectDraft_projectFragment } from '../../gql/ProjectDraft_project';
import type { SubmitPart_competitionFragment } from '../../gql/SubmitPart_competition';
import { ActionBar } from '../../ui/ActionBar';
import { Notice } from '../../ui/Notice';
import { BasicsPart } from './BasicsPart';
import { DraftState } from './DraftState';
import { FormOutline, FormSteps } from './FormOutline';
import { isPart, partNames, placeOfMissing, type FieldName, type PartName } from './project-fields';
import classes from './ProjectForm.module.css';
import { SectionPart } from './SectionPart';
import { StaleDialog } from './StaleDialog';
import { SubmitPart } from './SubmitPart';
import { useProjectDraft } from './useProjectDraft';
import { useVisiblePart } from './useVisiblePart';

interface Props {
  project: ProjectDraft_projectFragment;
  competitions: readonly SubmitPart_competitionFragment[];
  /** The entries made from it, shown with the last step. */
  entries: ReactNode;
  onSubmitted: () => void;
}

/** A long form in short parts: one a screen on a phone, all on one page on a desk. */
export function ProjectForm({ project, competitions, entries, onSubmitted }: Props) {
  const { t } = useTranslation('projects');
  const [search, setSearch] = useSearchParams();
  const isDesk = useMediaQuery('(min-width: 62em)', false, { getInitialValueInEffect: false });
  const draft = useProjectDraft(project);
  const asked = search.get('part');
  const step = isPart(asked) ? asked : 'basics';
  const visible = useVisiblePart(isDesk);
  const wanted = useRef<string>(undefined);

  // A jump may first have to bring its part onto the screen.
  useEffect(() => {
    const target = wanted.current && document.getElementById(wanted.current);
    if (!target) return;
    wanted.current = undefined;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: target.tagName === 'SECTION' ? 'start' : 'center' });
  });

  const go = (part: PartName, field?: FieldName) => {
    void draft.flush();
    wanted.current = field ? `field-${field}` : `part-${part}`;
    setSearch({ part }, { preventScrollReset: true, replace: isDesk });
  };

  const lacks = (part: PartName) => project.missing.some((field) => placeOfMissing(field).part === part);
  const isDone = (part: PartName) => part !== 'submit' && !lacks(part);
  const place = partNames.indexOf(step);
  const shown = isDesk ? partNames : [step];

  const body = (part: PartName) => {
    switch (part) {
      case 'basics':
        return <BasicsPart project={draft} />;
      case 'submit':
        return (
          <>
            <SubmitPart
              projectId={project.id}
              project={draft}
              missing={project.missing}
              competitions={competitions}
              onJump={go}
              onSubmitted={onSubmitted}
            />
            {entries}
          </>
        );
      default:
        return <SectionPart project={draft} name={part} />;
    }
  };

  return (
    <div className={classes.form}>
      {isDesk ? (
        <aside className={classes.side}>
          <FormOutline current={visible} isDone={isDone} onGo={go} />
          <DraftState project={draft} />
        </aside>
      ) : (
        <div className={classes.top}>
          <FormSteps current={step} isDone={isDone} onGo={go} saved={<DraftState project={draft} />} />
        </div>
      )}
      <div className={classes.parts}>
        {draft.draft.news && (
          <Notice>
            <p role="status">{t(`news.${draft.draft.news}`)}</p>
            <Button variant="subtle" className={classes.dismiss} onClick={draft.readNews}>
              {t('news.dismiss')}
            </Button>
          </Notice>
        )}
        <StaleDialog conflict={draft.draft.conflict} mine={draft.draft.text} onChoose={draft.choose} />
        {shown.map((part) => (
          <section
            key={part}
            id={`part-${part}`}
            className={classes.part}
            tabIndex={-1}
            aria-labelledby={`head-${part}`}
          >
            <header>
              <h2 id={`head-${part}`}>{t(`parts.${part}`)}</h2>
              <p className={classes.question}>{t(`questions.${part}`)}</p>
            </header>
            {body(part)}
          </section>
        ))}
      </div>
      {!isDesk && (
        <div className={classes.bar}>
          <ActionBar label={t('steps.label')}>
            <PlaceButton part={partNames[place - 1]} word="previous" onGo={go} />
            <PlaceButton part={partNames[place + 1]} word="next" onGo={go} />
          </ActionBar>
        </div>
      )}
    </div>
  );
}

interface PlaceButtonProps {
  part: PartName | undefined;
  word: 'previous' | 'next';
  onGo: (part: PartName) => void;
}

function PlaceButton({ part, word, onGo }: PlaceButtonProps) {
  const { t } = useTranslation('projects');
  if (!part) return null;
  const label = part === 'submit' ? t('steps.toSubmit') : t(`steps.${word}`);
  return (
    <Button variant={word === 'next' ? 'filled' : 'default'} className={classes.place} onClick={() => onGo(part)}>
      {label}
    </Button>
  );
}
