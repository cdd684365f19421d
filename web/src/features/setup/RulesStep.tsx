import { useTranslation } from 'react-i18next';
import { NextBar } from '../../forms/SaveBar';
import { Stack } from '../../ui/layout/Stack';
import { CardLink } from './CardLink';
import type { StepProps } from './types';

/** The pages on which it is said what judges mark, how marks become a ranking, and how the public votes. */
export function RulesStep({ competition, onNext }: StepProps) {
  const { t } = useTranslation('setup');
  const { slug, stages, checklist } = competition;
  const home = `/organize/${slug}`;
  const judging = stages.filter(({ scoringRule }) => scoringRule !== null);
  const said = (key: string) => checklist?.find((item) => item.key === key)?.sentence;
  const links = [
    ...(judging.length > 0 ? [{ to: `${home}/rubric`, title: t('rules.rubric'), text: said('rubric') }] : []),
    ...judging.map(({ kind, name, scoringRule }) => ({
      to: `${home}/scoring-rule/${kind.toLowerCase()}`,
      title: t('rules.scoring', { stage: name }),
      text: t((scoringRule?.version ?? 1) > 1 ? 'rules.declared' : 'rules.byDefault'),
    })),
    ...(stages.some(({ kind }) => kind === 'VOTING')
      ? [{ to: `${home}/ballot-rule`, title: t('rules.ballot'), text: said('ballotRule') }]
      : []),
  ];
  return (
    <>
      {links.length === 0 && <p className="soft">{t('rules.none')}</p>}
      <Stack as="ul" gap={4}>
        {links.map(({ to, title, text }) => (
          <li key={to}>
            <CardLink to={to} title={title} text={text} />
          </li>
        ))}
      </Stack>
      <NextBar onNext={onNext} />
    </>
  );
}
