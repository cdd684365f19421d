import { CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ScanVotesMutation } from '../../gql/ScanVotes';
import { sentences } from '../../i18n/sentences';
import { useLanguage } from '../../i18n/useLanguage';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import { Tag } from '../../ui/Tag';
import classes from './ScanResult.module.css';

export type Scan = Extract<ScanVotesMutation['scanVotes'], { __typename: 'ScanVotesSuccess' }>;

interface Props {
  slug: string;
  scan: Scan;
  onClose: () => void;
}

/** What the detectors noticed, whether votes are held for it or not: honest votes often look the same. */
export function ScanResult({ slug, scan, onClose }: Props) {
  const { t } = useTranslation('votes');
  const language = useLanguage();
  return (
    <Stack gap={2} tone="sunken" className={classes.result}>
      <Row justify="between" gap={4} nowrap>
        <p role="status">
          {sentences(
            language,
            t('scan.looked', { count: scan.scanned }),
            t('scan.held', { count: scan.held }),
            scan.findings.length === 0 ? t('scan.nothing') : t('scan.findings', { count: scan.findings.length }),
          )}
        </p>
        <CloseButton size={44} aria-label={t('scan.close')} onClick={onClose} />
      </Row>
      {scan.findings.length > 0 && (
        <Stack as="ul" className={`lined ${classes.findings}`} tabIndex={0} aria-label={t('scan.title')}>
          {byEntry(scan.findings).map(({ entry, isHeld, said }) => (
            <li key={entry.id}>
              <p>
                <Link to={`/c/${slug}/entries/${entry.number}`}>
                  {t('cases.entry', { number: entry.number, title: entry.title })}
                </Link>{' '}
                <Tag tone={isHeld ? 'gold' : 'plain'}>{t(isHeld ? 'scan.isHeld' : 'scan.isNoted')}</Tag>
              </p>
              <ul className={`soft ${classes.said}`}>
                {said.map((summary) => (
                  <li key={summary}>{summary}</li>
                ))}
              </ul>
            </li>
          ))}
        </Stack>
      )}
    </Stack>
  );
}

type Finding = Scan['findings'][number];

/** All that was noticed about one entry stands together; the gravest entry comes first, as in the answer. */
function byEntry(findings: readonly Finding[]) {
  const groups = new Map<string, { entry: Finding['entry']; isHeld: boolean; said: string[] }>();
  for (const { entry, isHeld, summary } of findings) {
    const group = groups.get(entry.id) ?? { entry, isHeld: false, said: [] };
    group.isHeld ||= isHeld;
    group.said.push(summary);
    groups.set(entry.id, group);
  }
  return [...groups.values()];
}
