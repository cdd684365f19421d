import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../forms/SelectField';
import { TextPair } from '../../forms/TextPair';
import { textsOf } from '../../forms/texts';
import { RegionsInsideDocument } from '../../gql/RegionsInside';
import { SetCompetitionBasicsDocument } from '../../gql/SetCompetitionBasics';
import { Columns } from '../../ui/layout/Columns';
import { Stack } from '../../ui/layout/Stack';
import { SlugField } from './SlugField';
import { StepFrame } from './StepFrame';
import type { Host, StepProps } from './types';
import { useStepForm } from './useStepForm';

/** What the competition is, whose it is, and where it stands on the web. */
export function BasicsStep({ competition, hosts, onSaved, onNext }: StepProps & { hosts: readonly Host[] }) {
  const { t } = useTranslation('setup');
  const { id, slug, timeZone, host, region, openedAt } = competition;
  const saved = {
    name: textsOf(competition.nameTexts),
    tagline: textsOf(competition.taglineTexts),
    description: textsOf(competition.descriptionTexts),
    slug,
    hostId: host.id,
    regionId: region.id,
  };
  const form = useStepForm(SetCompetitionBasicsDocument, {
    key: `${id}.basics`,
    saved,
    inputOf: (draft) => ({ competitionId: id, timeZone, ...draft }),
    onSaved: (draft) => onSaved(draft.slug),
  });
  const { draft, errorAt } = form;
  const change = (values: Partial<typeof saved>) => form.change({ ...draft, ...values });
  const all = hosts.some((one) => one.id === host.id) ? hosts : [host, ...hosts];
  const chosen = all.find((one) => one.id === draft.hostId) ?? host;
  const inside = useQuery(RegionsInsideDocument, { variables: { code: chosen.region.code } });
  const regions = [chosen.region, ...(inside.data?.regions.edges ?? []).map(({ node }) => node)];
  const known = regions.some((one) => one.id === draft.regionId) ? regions : [region, ...regions];
  return (
    <StepFrame form={form} onNext={onNext}>
      <TextPair
        label={t('basics.name')}
        texts={draft.name}
        path="name"
        errorAt={errorAt}
        isRequired
        onChange={(name) => change({ name })}
      />
      <TextPair
        label={t('basics.tagline')}
        texts={draft.tagline}
        path="tagline"
        errorAt={errorAt}
        onChange={(tagline) => change({ tagline })}
      />
      <TextPair
        label={t('basics.description')}
        texts={draft.description}
        path="description"
        errorAt={errorAt}
        rows={4}
        onChange={(description) => change({ description })}
      />
      <Stack as="fieldset" gap={5} disabled={openedAt !== null}>
        <SlugField value={draft.slug} own={slug} error={errorAt('slug')} onChange={(next) => change({ slug: next })} />
        <Columns gap={3}>
          <SelectField
            label={t('basics.host')}
            value={draft.hostId}
            options={all.map((one) => ({ value: one.id, label: one.name }))}
            onChange={(hostId) => {
              const next = all.find((one) => one.id === hostId);
              if (next) change({ hostId, regionId: next.region.id });
            }}
          />
          <SelectField
            label={t('basics.region')}
            value={draft.regionId}
            error={errorAt('regionId')}
            options={known.map((one) => ({ value: one.id, label: one.name }))}
            onChange={(regionId) => change({ regionId })}
          />
        </Columns>
      </Stack>
      {openedAt !== null && <p className="soft">{t('basics.stands')}</p>}
    </StepFrame>
  );
}
