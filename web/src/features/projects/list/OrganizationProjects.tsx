import type { FragmentType } from '@apollo/client';
import { useFragment, useLazyQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MoreProjectsDocument } from '../../../gql/MoreProjects';
import {
  OrganizationProjects_organizationFragmentDoc,
  type OrganizationProjects_organizationFragment,
} from '../../../gql/OrganizationProjects_organization';
import { EmptyState } from '../../../ui/EmptyState';
import { Columns } from '../../../ui/layout/Columns';
import { LoadMore } from '../../../ui/LoadMore';
import { Section } from '../../../ui/Page';
import { NewProjectDialog } from './NewProjectDialog';
import { ProjectCard } from './ProjectCard';

interface Props {
  organization: FragmentType<OrganizationProjects_organizationFragment>;
}

export function OrganizationProjects({ organization }: Props) {
  const { t } = useTranslation('projects');
  const [isCreating, setCreating] = useState(false);
  // The cache joins the next page to this organization's list.
  const [more, { loading }] = useLazyQuery(MoreProjectsDocument, { fetchPolicy: 'network-only' });
  const { data, complete } = useFragment({
    fragment: OrganizationProjects_organizationFragmentDoc,
    fragmentName: 'OrganizationProjects_organization',
    from: organization,
  });
  if (!complete) return null;
  const { edges, totalCount, pageInfo } = data.projects;
  const button = (
    <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => setCreating(true)}>
      {t('new.open')}
    </Button>
  );
  return (
    <Section title={data.name} aside={edges.length > 0 && button}>
      {edges.length === 0 ? (
        <EmptyState title={t('noProject.title')} text={t('noProject.text')}>
          {button}
        </EmptyState>
      ) : (
        <Columns as="ul" min="24rem" gap={4}>
          {edges.map(({ node }) => (
            <ProjectCard key={node.id} project={node} />
          ))}
        </Columns>
      )}
      {pageInfo.hasNextPage && (
        <LoadMore
          shown={edges.length}
          total={totalCount}
          hasMore
          isLoading={loading}
          onMore={() => void more({ variables: { slug: data.slug, after: pageInfo.endCursor ?? '' } })}
        />
      )}
      {isCreating && <NewProjectDialog organization={data} onClose={() => setCreating(false)} />}
    </Section>
  );
}
