import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { LocalizedText, type Bilingual } from '../../core/graphql/localized-text.ts';
import { UserError } from '../../core/graphql/user-error.ts';
import { Organization, OrganizationKind, OrganizationStatus } from './organization.entity.ts';
import { Region } from './regions/region.entity.ts';

@ObjectType({ description: 'Whom to call about an organization.' })
export class OrganizationContact {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  phone!: string;
}

@InputType()
class OrganizationContactInput {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  phone!: string;
}

@InputType()
export class RegisterOrganizationInput {
  @Field(() => LocalizedText)
  name!: Bilingual;

  @Field(() => OrganizationKind)
  kind!: OrganizationKind;

  @Field(() => ID)
  regionId!: string;

  @Field(() => OrganizationContactInput, { description: 'Shown to its members and to those who verify it.' })
  contact!: OrganizationContactInput;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'That none of the organizations with a similar name is meant.',
  })
  isNew!: boolean;
}

@InputType({ description: 'Only the fields that are given are changed.' })
export class SaveOrganizationInput {
  @Field(() => ID)
  organizationId!: string;

  @Field(() => LocalizedText, { nullable: true })
  name?: Bilingual | null;

  @Field(() => OrganizationKind, { nullable: true })
  kind?: OrganizationKind | null;

  @Field(() => ID, { nullable: true })
  regionId?: string | null;

  @Field(() => OrganizationContactInput, { nullable: true })
  contact?: OrganizationContactInput | null;
}

@InputType()
export class VerifyOrganizationInput {
  @Field(() => ID)
  organizationId!: string;
}

@InputType()
export class VerifyOrganizationsInput {
  @Field(() => [ID], { description: 'At most 100.' })
  organizationIds!: string[];
}

@InputType()
export class RefuseOrganizationInput {
  @Field(() => ID)
  organizationId!: string;

  @Field(() => String, { description: 'Shown to its members.' })
  reason!: string;
}

@ObjectType({ description: 'As much of an organization as it takes to tell whether it is the one that is meant.' })
export class SimilarOrganization {
  @Field(() => String)
  slug!: string;

  @Field(() => String)
  name!: string;

  @Field(() => OrganizationKind)
  kind!: OrganizationKind;

  @Field(() => Region)
  region!: Region;

  @Field(() => OrganizationStatus)
  status!: OrganizationStatus;
}

/** The success of a mutation that changes an organization. */
@ObjectType()
export abstract class OrganizationSuccess {
  @Field(() => Organization)
  organization!: Organization;
}

@ObjectType()
export class RegisterOrganizationSuccess extends OrganizationSuccess {}

@ObjectType()
export class SaveOrganizationSuccess extends OrganizationSuccess {}

@ObjectType()
export class VerifyOrganizationSuccess extends OrganizationSuccess {}

@ObjectType()
export class VerifyOrganizationsSuccess {
  @Field(() => [Organization], { description: 'Without those on which somebody else had decided meanwhile.' })
  organizations!: Organization[];
}

@ObjectType()
export class RefuseOrganizationSuccess extends OrganizationSuccess {}

@ObjectType({
  implements: UserError,
  description: 'There are organizations of a similar name; say `isNew` where none of them is meant.',
})
export class SimilarOrganizationsError extends UserError {
  @Field(() => [SimilarOrganization], { description: 'The most similar first, at most five.' })
  organizations!: SimilarOrganization[];
}

@ObjectType({ implements: UserError, description: 'Others that the viewer registered still wait to be verified.' })
export class TooManyWaitingError extends UserError {}

@ObjectType({ implements: UserError, description: 'This cannot be done with an organization in its status.' })
export class OrganizationDecidedError extends UserError {
  @Field(() => OrganizationStatus)
  status!: OrganizationStatus;
}
