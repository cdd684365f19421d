import { limits } from '@laurel/schema/limits';
import type { OrganizationKind } from '../../gql/RegisterOrganization';
import type { PickedRegion } from './RegionPicker';

export const kinds = [
  'COMMUNITY',
  'SCHOOL',
  'HOSPITAL',
  'GOVERNMENT',
  'ENTERPRISE',
  'CULTURE',
  'CHARITY',
  'RESCUE',
] as const satisfies OrganizationKind[];

/** What a form says of an organization. */
export interface Details {
  zh: string;
  en: string;
  kind: OrganizationKind | '';
  region: PickedRegion | null;
  contactName: string;
  contactPhone: string;
}

export const nothing: Details = { zh: '', en: '', kind: '', region: null, contactName: '', contactPhone: '' };

export const longest = { zh: limits.organization, en: limits.organizationEn };

export const inputOf = ({ zh, en, contactName, contactPhone }: Details) => ({
  name: { zh: zh.trim() || null, en: en.trim() || null },
  contact: { name: contactName.trim(), phone: contactPhone.trim() },
});
