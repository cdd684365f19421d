import { useApolloClient } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { AwardsStep } from '../../features/setup/AwardsStep';
import { BasicsStep } from '../../features/setup/BasicsStep';
import { CategoriesStep } from '../../features/setup/CategoriesStep';
import { ClausesStep } from '../../features/setup/ClausesStep';
import { OpenStep } from '../../features/setup/OpenStep';
import { OrganizersStep } from '../../features/setup/OrganizersStep';
import { QuestionsStep } from '../../features/setup/QuestionsStep';
import { RulesStep } from '../../features/setup/RulesStep';
import { StagesStep } from '../../features/setup/StagesStep';
import { SubmissionsStep } from '../../features/setup/SubmissionsStep';
import type { Host } from '../../features/setup/types';
import { UnitsStep } from '../../features/setup/UnitsStep';
import type { SetUp_competitionFragment } from '../../gql/SetUp_competition';
import { PageQuery } from '../../forms/PageQuery';
import { SetUpPageDocument } from '../../gql/SetUpPage';
import { ViewerDocument } from '../../gql/Viewer';
import { Page } from '../../ui/Page';
import { StepHeading } from '../../ui/wizard/StepHeading';
import { StepNav } from '../../ui/wizard/StepNav';
import classes from '../../ui/wizard/Wizard.module.css';
import { useSlug } from './organized';

const steps = [
  'basics',
  'categories',
  'questions',
  'stages',
  'submissions',
  'units',
  'clauses',
  'rules',
  'awards',
  'organizers',
  'open',
] as const;
type Step = (typeof steps)[number];

/** On which step an item of the checklist is done. */
const stepOfItem: Record<string, Step> = {
  basics: 'basics',
  categories: 'categories',
  submission: 'stages',
  order: 'stages',
  future: 'stages',
  submissionRule: 'submissions',
  rubric: 'rules',
  scoringRule: 'rules',
  decides: 'rules',
  ballotRule: 'rules',
  awards: 'awards',
  units: 'units',
  organizers: 'organizers',
};

/** A competition from its name to its opening, step by step. */
export function SetUpPage() {
  const client = useApolloClient();
  const navigate = useNavigate();
  const slug = useSlug();
  const { step = '' } = useParams();
  return (
    <PageQuery
      query={SetUpPageDocument}
      variables={{ slug }}
      pick={({ competition, viewer }) => competition && viewer && { competition, viewer }}
    >
      {({ competition, viewer }, { renew }) => (
        <SetUp
          competition={competition}
          hosts={viewer.hosts.edges.map(({ node }) => node)}
          viewerId={viewer.id}
          onSaved={async (next = slug) => {
            if (next === slug) return await renew();
            // Under another address it is another page, which asks who the viewer is anew.
            await client.refetchQueries({ include: [ViewerDocument] });
            return await navigate(`/organize/${next}/setup/${step}`, { replace: true });
          }}
        />
      )}
    </PageQuery>
  );
}

interface Props {
  competition: SetUp_competitionFragment;
  hosts: readonly Host[];
  viewerId: string;
  onSaved: (slug?: string) => Promise<void>;
}

function SetUp({ competition, hosts, viewerId, onSaved }: Props) {
  const { t } = useTranslation('setup');
  const navigate = useNavigate();
  const asked = useParams().step;
  const { slug, openedAt, checklist } = competition;
  const step = steps.find((one) => one === asked) ?? 'basics';
  const missing = (checklist ?? []).filter(({ isDone }) => !isDone);
  const on = (isRequired: boolean) =>
    new Set(missing.filter((item) => item.isRequired === isRequired).map(({ key }) => stepOfItem[key] ?? 'basics'));
  const go = (to: string) => void navigate(`/organize/${slug}/setup/${to}`, { replace: true });
  const next = steps[steps.indexOf(step) + 1] ?? 'open';
  const props = { competition, onSaved, onNext: () => go(next) };
  return (
    <Page title={t('title')} lead={openedAt === null ? t('lead') : t('leadOpen')}>
      <StepNav
        label={t('steps.label')}
        steps={steps.map((id) => ({ id, name: t(`steps.${id}`) }))}
        step={step}
        wrong={on(true)}
        advised={on(false)}
        words={{ wrong: t('steps.wrong'), advised: t('steps.advised') }}
        onGo={go}
      />
      <div className={classes.main}>
        <StepHeading step={step} title={t(`titles.${step}`)} intro={t(`intros.${step}`)} />
        {step === 'basics' && <BasicsStep {...props} hosts={hosts} />}
        {step === 'categories' && <CategoriesStep {...props} />}
        {step === 'questions' && <QuestionsStep {...props} />}
        {step === 'stages' && <StagesStep {...props} />}
        {step === 'submissions' && <SubmissionsStep {...props} />}
        {step === 'units' && <UnitsStep {...props} />}
        {step === 'clauses' && <ClausesStep {...props} />}
        {step === 'rules' && <RulesStep {...props} />}
        {step === 'awards' && <AwardsStep {...props} />}
        {step === 'organizers' && <OrganizersStep {...props} viewerId={viewerId} />}
        {step === 'open' && <OpenStep {...props} />}
      </div>
    </Page>
  );
}
