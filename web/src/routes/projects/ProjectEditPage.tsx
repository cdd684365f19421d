import { useQuery } from '@apollo/client/react';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { kindOf } from '../../apollo/errors';
import { SignInForm } from '../../features/identity/SignInForm';
import { SignedInOnly } from '../../features/identity/SignedInOnly';
import { ProjectForm } from '../../features/projects/form/ProjectForm';
import type { FileSlot } from '../../features/projects/submission/QuestionField';
import type { SignInSlot } from '../../features/projects/form/SignInAgain';
import { AnswerFilePicker } from '../../features/uploads/AnswerFilePicker';
import { AttachmentPicker } from '../../features/uploads/AttachmentPicker';
import { ProjectEditPageDocument } from '../../gql/ProjectEditPage';
import { SignInMethodsDocument } from '../../gql/SignInMethods';
import { useLanguage } from '../../i18n/useLanguage';
import { ButtonLink } from '../../ui/ButtonLink';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { PageSkeleton } from '../../ui/Skeletons';
import { usePlaces } from './usePlaces';

export function ProjectEditPage() {
  return <SignedInOnly>{() => <ProjectEditor />}</SignedInOnly>;
}

function ProjectEditor() {
  const { t } = useTranslation('projects');
  const language = useLanguage();
  const { id = '' } = useParams();
  const answer = useQuery(ProjectEditPageDocument, {
    variables: { id },
    // Writing begins from the newest version, not from what a list once showed.
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  });
  // A change of language asks for everything again; the form stays meanwhile.
  const data = answer.data ?? answer.previousData;
  const places = usePlaces(data?.project);
  if (!data) {
    return answer.error ? (
      <ErrorState kind={kindOf(answer.error)} onRetry={() => void answer.refetch()} />
    ) : (
      <PageSkeleton />
    );
  }
  const { project, competitions } = data;
  if (!project) {
    return (
      <Page title={t('gone.title')} heading="hidden">
        <EmptyState title={t('gone.title')} text={t('gone.text')}>
          <ButtonLink to="/projects">{t('gone.back')}</ButtonLink>
        </EmptyState>
      </Page>
    );
  }
  const all = competitions.edges.map(({ node }) => node);
  const corrections = project.entries.flatMap(({ id: entryId, correction, category, competition }) =>
    correction && !correction.isOver
      ? [
          {
            entryId,
            until: correction.until,
            fields: correction.fields,
            timeZone: competition.timeZone,
            categoryId: category.id,
            competitionId: competition.id,
            competition: all.find((one) => one.id === competition.id),
          },
        ]
      : [],
  );
  const { zh, en } = project.title;
  return (
    <Page
      title={(language === 'en' ? en || zh : zh || en) ?? t('project.untitled')}
      eyebrow={
        <>
          <Link to="/projects">{t('back')}</Link> · {project.organization.name}
        </>
      }
    >
      <ProjectForm
        key={project.id}
        project={project}
        competitions={all.filter(({ id: competitionId, submissionWindow, form }) => {
          const state = submissionWindow?.state;
          // Where it is to be corrected it is handed in again, and not anew.
          const isAnew = !corrections.some((one) => one.competitionId === competitionId);
          return isAnew && form.id === project.form.id && (state === 'OPEN' || state === 'IN_GRACE');
        })}
        signIn={signInHere}
        fileSlot={filesOf(project)}
        {...places}
        attachments={<AttachmentPicker project={project} />}
        entries={project.entries}
        corrections={corrections}
        onSubmitted={() => void answer.refetch()}
      />
    </Page>
  );
}

const filesOf =
  (project: ComponentProps<typeof AnswerFilePicker>['project']): FileSlot =>
  (question) => <AnswerFilePicker project={project} {...question} />;

const signInHere: SignInSlot = (onSignedIn) => <SignInHere onSignedIn={onSignedIn} />;

/** The door, brought to whoever was writing when their sign-in ran out. */
function SignInHere({ onSignedIn }: { onSignedIn: () => void }) {
  const { data } = useQuery(SignInMethodsDocument);
  return <SignInForm hasPhone={data?.signInMethods.hasPhone ?? false} onSignedIn={onSignedIn} isInPlace />;
}
