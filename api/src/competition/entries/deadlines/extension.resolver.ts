import { Arg, Args, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { selectRows } from '../../../core/load-rows.ts';
import { load, type Context } from '../../../core/context.ts';
import { connectionOf, emptyPage, pageOf, type Page, type PageSource } from '../../../core/graphql/page.ts';
import { isId } from '../../../core/graphql/refusals.ts';
import { make } from '../../../core/graphql/user-error.ts';
import {
  isMember,
  Organization,
  OrganizationConnection,
  personOf,
  regionsVerifiedBy,
} from '../../../people/organizations/index.ts';
import { Project } from '../../../work/projects/index.ts';
import { Competition, isOrganizer } from '../../competitions/index.ts';
import { Entry } from '../entry.entity.ts';
import { Extension } from './extension.entity.ts';
import { ExtensionsArgs, OrganizationSearchArgs, SubmissionWindow } from './extension.types.ts';
import { timesFor } from './submission-times.ts';
import { stateAt } from './submission-window.ts';

const ExtensionConnection = connectionOf(() => Extension, 'Extension');

const extensionsOf = (withRevoked: boolean): PageSource<Extension> => ({
  entity: Extension,
  name: `competition.extensions/${withRevoked}`,
  from: 'extensions x',
  alias: 'x',
  parent: 'x.competition_id',
  where: withRevoked ? [] : [{ sql: 'x.revoked_at is null' }],
  order: { sql: 'x.granted_at', type: 'timestamptz', descending: true },
});

/** Organizations that the viewer may see, by a part of their name. */
function organizationsBy(viewerId: string, search: string): PageSource<Organization> {
  const pattern = `%${search.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const regions = regionsVerifiedBy(viewerId);
  return {
    entity: Organization,
    name: `competition.organizations/${viewerId}/${search}`,
    from: 'organizations o',
    alias: 'o',
    where: [
      { sql: '(o.name_zh ilike ? or o.name_en ilike ?)', params: [pattern, pattern] },
      {
        sql: `(o.status = 'VERIFIED' or o.status = 'PENDING' and o.region_id in (${regions.sql}))`,
        params: regions.params,
      },
    ],
    order: { sql: "coalesce(o.name_zh, o.name_en, '')", type: 'text' },
  };
}

async function windowFor(
  context: Context,
  competition: Competition,
  organizationId: string | null,
): Promise<SubmissionWindow | null> {
  const times = await timesFor(context, competition, organizationId);
  return times && make(SubmissionWindow, { ...times, state: stateAt(times, context.clock.now()) });
}

/** The organization of a project, for its members; null for everybody else. */
async function ownOrganizationOf(context: Context, projectId: string | null | undefined): Promise<string | null> {
  if (!projectId || !isId(projectId)) return null;
  const organizationId = await load<string | null>(
    context,
    'project.organizationId',
    projectId,
    async (ids) => {
      const found = await context.em.find(Project, { id: { $in: [...ids] } });
      return new Map(found.map(({ id, organization }) => [id, organization.id]));
    },
    null,
  );
  return organizationId && (await isMember(context, organizationId)) ? organizationId : null;
}

@Resolver(() => Competition)
export class CompetitionExtensionsResolver {
  @FieldResolver(() => SubmissionWindow, {
    nullable: true,
    description:
      'When entries can be handed in: by everybody, or by the organization of a project of which the viewer is a member, extension included. Null where nothing is handed in.',
  })
  async submissionWindow(
    @Root() competition: Competition,
    @Ctx() context: Context,
    @Arg('projectId', () => ID, { nullable: true }) projectId?: string | null,
  ): Promise<SubmissionWindow | null> {
    return await windowFor(context, competition, await ownOrganizationOf(context, projectId));
  }

  @FieldResolver(() => Int, { description: 'How many organizations may hand in later than the others.' })
  async extensionCount(@Root() competition: Competition, @Ctx() context: Context): Promise<number> {
    const [row] = await selectRows<{ count: number }>(
      context,
      'competition.extensionCount',
      competition.id,
      `select competition_id as id, count(*)::int as count from extensions
       where competition_id = any(?::uuid[]) and revoked_at is null group by 1`,
    );
    return row?.count ?? 0;
  }

  @FieldResolver(() => ExtensionConnection, { description: 'Newest first; none for all but its organizers.' })
  async extensions(
    @Root() competition: Competition,
    @Args(() => ExtensionsArgs) args: ExtensionsArgs,
    @Ctx() context: Context,
  ): Promise<Page<Extension>> {
    if (!(await isOrganizer(context, competition.id))) return emptyPage();
    return await pageOf(context, extensionsOf(args.withRevoked), args, competition.id);
  }

  @FieldResolver(() => OrganizationConnection, {
    description: 'Whom an extension could be given; none for all but its organizers.',
  })
  async organizationsNamed(
    @Root() competition: Competition,
    @Args(() => OrganizationSearchArgs) args: OrganizationSearchArgs,
    @Ctx() context: Context,
  ): Promise<Page<Organization>> {
    const { viewer } = context;
    if (!viewer || !args.search.trim() || !(await isOrganizer(context, competition.id))) return emptyPage();
    return await pageOf(context, organizationsBy(viewer.id, args.search.slice(0, 60)), args);
  }
}

@Resolver(() => Entry)
export class EntryWindowResolver {
  @FieldResolver(() => SubmissionWindow, {
    nullable: true,
    description: 'When it can be handed in anew, its status aside; for its organization alone.',
  })
  async submissionWindow(@Root() entry: Entry, @Ctx() context: Context): Promise<SubmissionWindow | null> {
    if (!(await isMember(context, entry.organization.id))) return null;
    return await windowFor(context, await entry.competition.loadOrFail(), entry.organization.id);
  }
}

@Resolver(() => Extension)
export class ExtensionResolver {
  @FieldResolver(() => Organization)
  async organization(@Root() extension: Extension): Promise<Organization> {
    return await extension.organization.loadOrFail();
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who gave it; null for the operator.' })
  async grantedBy(@Root() { grantedBy }: Extension, @Ctx() context: Context): Promise<string | null> {
    return grantedBy ? ((await personOf(context, grantedBy.id))?.name ?? null) : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who took it back, or gave the longer one.' })
  async revokedBy(@Root() { revokedBy }: Extension, @Ctx() context: Context): Promise<string | null> {
    return revokedBy ? ((await personOf(context, revokedBy.id))?.name ?? null) : null;
  }
}
