import { CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ScanVotesMutation } from '../../gql/ScanVotes';
import { Tag } from '../../ui/Tag';
import classes from './ScanResult.module.css';

export type Scan = Extract<ScanVotesMutation['scanVotes'], { __typename: 'ScanVotesSuccess' }>;

interface Props {
  slug: string;
  scan: Scan;
  onClose: () => void;
}

/** What the detectors noticed, held or not: much that is honest looks the same. */
export function ScanResult({ slug, scan, onClose }: Props) {
  const { t } = useTranslation('vote-desk');
  return (
    <div className={classes.result}>
      <div className={classes.head}>
        <p role="status">
          {t('scan.looked', { count: scan.scanned })} {t('scan.held', { count: scan.held })}{' '}
          {scan.findings.length === 0 ? t('scan.nothing') : t('scan.findings', { count: scan.findings.length })}
        </p>
        <CloseButton size={44} aria-label={t('scan.close')} onClick={onClose} />
      </div>
      {scan.findings.length > 0 && (
        <ul className={classes.findings} tabIndex={0} aria-label={t('scan.title')}>
          {scan.findings.map(({ entry, detector, summary, votes, isHeld }) => (
            <li key={`${entry.id} ${detector}`}>
              <span className={classes.entry}>
                <Link to={`/c/${slug}/entries/${entry.number}`}>
                  {t('cases.entry', { number: entry.number, title: entry.title })}
                </Link>
              </span>
              <span className={classes.summary}>{summary}</span>
              <span className={classes.votes}>{t('cases.votes', { count: votes })}</span>
              <Tag tone={isHeld ? 'gold' : 'plain'}>{t(isHeld ? 'scan.isHeld' : 'scan.isNoted')}</Tag>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
