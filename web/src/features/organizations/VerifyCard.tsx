import { Button, Checkbox } from '@mantine/core';
import '@mantine/core/styles/Checkbox.layer.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { VerifyItem_organizationFragment } from '../../gql/VerifyItem_organization';
import { Notice } from '../../ui/Notice';
import { OrganizationFacts } from './OrganizationFacts';
import { SimilarList } from './SimilarList';
import { StatusTag } from './StatusTag';
import classes from './VerifyCard.module.css';

interface Props {
  organization: VerifyItem_organizationFragment;
  isPicked: boolean;
  isBusy: boolean;
  onPick: (isPicked: boolean) => void;
  onVerify: () => void;
  onRefuse: () => void;
  onAppoint: () => void;
}

/** What there is to know about an organization, beside those it may be taken for, and the decision. */
export function VerifyCard({ organization, isPicked, isBusy, onPick, onVerify, onRefuse, onAppoint }: Props) {
  const { t } = useTranslation('organizations');
  const { slug, name, status, refusalReason, registrant, similar, hasManager } = organization;
  const isWaiting = status === 'PENDING';
  const who = registrant && (registrant.name || registrant.address);
  return (
    <article className={classes.card}>
      <header className={classes.head}>
        {isWaiting && (
          <Checkbox
            aria-label={t('verify.pick', { name })}
            checked={isPicked}
            size="md"
            onChange={({ currentTarget }) => onPick(currentTarget.checked)}
          />
        )}
        <h2 className={classes.name}>
          <Link to={`/organizations/${slug}`}>{name}</Link>
        </h2>
        {!isWaiting && <StatusTag status={status} />}
      </header>
      <div className={classes.columns} data-alone={similar.length === 0 || undefined}>
        <div>
          <OrganizationFacts organization={organization} />
          {who && (
            <p className={classes.who}>
              {t('verify.registrant', {
                who: [who, registrant.name && registrant.address].filter(Boolean).join(' · '),
              })}
            </p>
          )}
        </div>
        {similar.length > 0 && (
          <section className={classes.similar}>
            <h3>{t('verify.similar')}</h3>
            <SimilarList organizations={similar} />
          </section>
        )}
      </div>
      {refusalReason && <Notice tone="trouble">{t('verify.refusedBecause', { reason: refusalReason })}</Notice>}
      {status === 'VERIFIED' && hasManager === false && <Notice>{t('appoint.nobody')}</Notice>}
      <div className={classes.acts}>
        {isWaiting && (
          <Button variant="default" disabled={isBusy} aria-label={t('verify.refuseOf', { name })} onClick={onRefuse}>
            {t('verify.refuse')}
          </Button>
        )}
        {status !== 'VERIFIED' && (
          <Button disabled={isBusy} aria-label={t('verify.verifyOf', { name })} onClick={onVerify}>
            {t('verify.verify')}
          </Button>
        )}
        {status === 'VERIFIED' && hasManager === false && (
          <Button variant="default" aria-label={t('appoint.of', { name })} onClick={onAppoint}>
            {t('appoint.open')}
          </Button>
        )}
      </div>
    </article>
  );
}
