import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconHistory } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState, type ComponentProps, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { ProjectDraft_projectFragment } from '../../../gql/ProjectDraft_project';
import type { SubmitPart_competitionFragment } from '../../../gql/SubmitPart_competition';
import { ActionBar } from '../../../ui/ActionBar';
import { Stack } from '../../../ui/layout/Stack';
import { Notice } from '../../../ui/Notice';
import { BasicsPart, type PlacesSlot } from './BasicsPart';
import { CorrectionAnswers, type AskedCorrection } from '../submission/CorrectionAnswers';
import { CorrectionBanner } from '../submission/CorrectionBanner';
import type { Draft } from './draft';
import { DraftState } from './DraftState';
import { FormOutline, FormSteps, type FormPart } from './FormOutline';
import { HistoryDialog } from './HistoryDialog';
import { PresenceLine } from './PresenceLine';
import { basics, isBasic, placeOfMissing } from './project-fields';
import classes from './ProjectForm.module.css';
import { ProjectEntries } from '../submission/ProjectEntries';
import type { FileSlot } from '../submission/QuestionField';
import { linesOf, SectionPart } from './SectionPart';
import { SignInAgain, type SignInSlot } from './SignInAgain';
import { StaleDialog } from './StaleDialog';
import { SubmitPart } from '../submission/SubmitPart';
import { usePresence } from './usePresence';
import { useProjectDraft } from './useProjectDraft';
import { useVisiblePart } from './useVisiblePart';

interface Props {
  project: ProjectDraft_projectFragment;
  competitions: readonly SubmitPart_competitionFragment[];
  /** The door, for whose sign-in has run out. */
  signIn: SignInSlot;
  /** How a file is answered with; without it, none is. */
  fileSlot?: FileSlot;
  /** Region and team; and what a region or team is called. */
  places?: PlacesSlot;
  nameOfPlace?: (id: string) => string | undefined;
  /** Its pictures and documents: a part of its own. */
  attachments?: ReactNode;
  /** The entries made from it, shown with the last step. */
  entries: ComponentProps<typeof ProjectEntries>['entries'];
  /** Of the entries that organizers have returned. */
  corrections: readonly AskedCorrection[];
  onSubmitted: () => void;
}

/** A long form in short parts: one a screen on a phone, all on one page on a desk. */
export function ProjectForm({
  project,
  competitions,
  signIn,
  fileSlot,
  places,
  nameOfPlace,
  attachments,
  entries,
  corrections,
  onSubmitted,
}: Props) {
  const { t } = useTranslation('projects');
  const { t: told } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const isWide = useMediaQuery('(min-width: 62em)', false, { getInitialValueInEffect: false });
  const draft = useProjectDraft(project);
  const { sections } = project.form;
  const parts: readonly (FormPart & { question: string })[] = [
    { key: basics, name: t('parts.basics'), question: t('questions.basics') },
    ...sections.map((section) => ({ ...section, question: linesOf(section).question })),
    ...(attachments
      ? [{ key: 'attachments', name: t('parts.attachments'), question: t('questions.attachments') }]
      : []),
    { key: 'submit', name: t('parts.submit'), question: t('questions.submit') },
  ];
  const keys = parts.map(({ key }) => key);
  const nameOf = (part: string) => parts.find(({ key }) => key === part)?.name ?? '';
  const asked = search.get('part');
  const step = asked !== null && keys.includes(asked) ? asked : basics;
  const visible = useVisiblePart(isWide, keys);
  const wanted = useRef<string>(undefined);
  const [history, setHistory] = useState<string>();
  // Where something is to be corrected; it stays there when it has been.
  const [beginsWithEntries] = useState(corrections.length > 0);
  const [unsaved, setUnsaved] = useState<readonly string[]>([]);
  const noteAnswers = useCallback(
    (entryId: string, isSaved: boolean) =>
      setUnsaved((before) => (isSaved ? before.filter((id) => id !== entryId) : [...before, entryId])),
    [],
  );
  const here = isWide ? visible : step;
  const others = usePresence(project.id, isText(here) ? here : null, draft);

  // A jump may first have to bring its part onto the screen.
  useEffect(() => {
    const target = wanted.current && document.getElementById(wanted.current);
    if (!target) return;
    wanted.current = undefined;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: target.tagName === 'SECTION' ? 'start' : 'center' });
  });

  const go = (part: string, field?: string) => {
    void draft.flush();
    wanted.current = field ? `field-${field}` : `part-${part}`;
    setSearch({ part }, { preventScrollReset: true, replace: isWide });
  };

  const lacks = (part: string) => project.missing.some((missing) => placeOfMissing(missing).part === part);
  const isDone = (part: string) => part !== 'submit' && !lacks(part);
  const place = keys.indexOf(step);
  const shown = isWide ? parts : parts.filter(({ key }) => key === step);

  const handedIn = <ProjectEntries entries={entries} isSaved={draft.state === 'saved' && unsaved.length === 0} />;
  const remarks = corrections.flatMap(({ fields }) => fields);

  const body = (part: string) => {
    switch (part) {
      case basics:
        return <BasicsPart project={draft} places={places} />;
      case 'attachments':
        return attachments;
      case 'submit':
        return (
          <>
            {beginsWithEntries && handedIn}
            {corrections.map(
              (correction) =>
                correction.competition &&
                correction.competition.questions.length > 0 && (
                  <CorrectionAnswers
                    key={correction.entryId}
                    projectId={project.id}
                    correction={correction}
                    competition={correction.competition}
                    signIn={signIn}
                    fileSlot={fileSlot}
                    onSaved={noteAnswers}
                  />
                ),
            )}
            {/* What is only to be corrected has nowhere else to go. */}
            {(corrections.length === 0 || competitions.length > 0 || project.missing.length > 0) && (
              <SubmitPart
                projectId={project.id}
                project={draft}
                missing={project.missing}
                competitions={competitions}
                onJump={go}
                signIn={signIn}
                fileSlot={fileSlot}
                onSubmitted={onSubmitted}
              />
            )}
            {!beginsWithEntries && handedIn}
          </>
        );
      default: {
        const section = sections.find(({ key }) => key === part);
        return section && <SectionPart project={draft} section={section} />;
      }
    }
  };

  const saved = <DraftState project={draft} version={versionOf(draft.draft)} />;
  const present = <PresenceLine others={others} nameOf={nameOf} />;
  const labelOf = (name: string, part: string) => (isBasic(name) ? t(`fields.${name}`) : nameOf(part));
  const [disputed] = Object.keys(draft.draft.conflicts);
  const conflict = disputed === undefined ? undefined : draft.draft.conflicts[disputed];
  return (
    <div className={classes.form}>
      {isWide ? (
        <aside className={classes.side}>
          <FormOutline parts={parts} current={visible} isDone={isDone} onGo={go} busy={others.map(({ key }) => key)} />
          {saved}
          {present}
        </aside>
      ) : (
        <div className={classes.top}>
          <FormSteps parts={parts} current={step} isDone={isDone} onGo={go} saved={saved} />
          {present}
        </div>
      )}
      <Stack gap={12} className="reading">
        {/* The last step says it in full. */}
        {(isWide || step !== 'submit') &&
          corrections.map((correction) => (
            <CorrectionBanner key={correction.entryId} correction={correction} onGo={() => go('submit')} />
          ))}
        {draft.draft.news && (
          <Notice>
            <p role="status">{t(`news.${draft.draft.news}`)}</p>
            <Button variant="subtle" className="self-start" onClick={draft.readNews}>
              {t('news.dismiss')}
            </Button>
          </Notice>
        )}
        {disputed !== undefined && conflict && (
          <StaleDialog
            key={disputed}
            part={nameOf(disputed)}
            conflict={conflict}
            mine={draft.draft.text}
            labelOf={(name) => labelOf(name, disputed)}
            wordsOf={(name, value) =>
              name === 'language' ? t(`languages.${value === 'EN' ? 'EN' : 'ZH_CN'}`) : (nameOfPlace?.(value) ?? value)
            }
            onChoose={(picks) => draft.choose(disputed, picks)}
          />
        )}
        <SignInAgain writing={draft} signIn={signIn} />
        {history !== undefined && (
          <HistoryDialog
            projectId={project.id}
            part={{ key: history, name: nameOf(history) }}
            now={draft.draft.text}
            labelOf={(name) => labelOf(name, history)}
            onTakeBack={(fields) => {
              for (const [name, text] of Object.entries(fields)) draft.type(name, text);
              void draft.flush();
            }}
            onClose={() => setHistory(undefined)}
          />
        )}
        {shown.map(({ key: part, name, question }) => (
          <Stack
            as="section"
            gap={5}
            key={part}
            id={`part-${part}`}
            className={classes.part}
            tabIndex={-1}
            aria-labelledby={`head-${part}`}
          >
            <header>
              <h2 id={`head-${part}`}>{name}</h2>
              <p className="soft large">{question}</p>
            </header>
            {remarks
              .filter(({ kind, key }) =>
                kind === 'SECTION'
                  ? key === part
                  : kind === 'BASICS' && part === (key === 'attachments' ? key : basics),
              )
              .map(({ kind, key, remark }) => (
                <Notice key={`${kind}/${key}`} tone="trouble">
                  <b>{t('entries.remark', { name: kind === 'BASICS' ? told(`basics.${key as 'title'}`) : name })}</b>
                  <p>{remark}</p>
                </Notice>
              ))}
            {body(part)}
            {isText(part) && (
              <Button
                variant="subtle"
                className="self-start"
                leftSection={<IconHistory size={18} aria-hidden="true" />}
                onClick={() => setHistory(part)}
              >
                {t('history.open')}
                <span className="visually-hidden">{name}</span>
              </Button>
            )}
          </Stack>
        ))}
      </Stack>
      {!isWide && (
        <div className={classes.bar}>
          <ActionBar label={t('steps.label')}>
            <PlaceButton part={keys[place - 1]} word="previous" onGo={go} />
            <PlaceButton part={keys[place + 1]} word="next" onGo={go} />
          </ActionBar>
        </div>
      )}
    </div>
  );
}

/** Parts that people write, whose versions are kept. */
const isText = (part: string): boolean => part !== 'submit' && part !== 'attachments';

/** Of the whole: each saved change of any part raises it by one. */
const versionOf = ({ versions }: Draft): number => Object.values(versions).reduce((sum, version) => sum + version, 0);

interface PlaceButtonProps {
  part: string | undefined;
  word: 'previous' | 'next';
  onGo: (part: string) => void;
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
