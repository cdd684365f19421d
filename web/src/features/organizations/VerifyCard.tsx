import { Button, Checkbox } from '@mantine/core';
import '@mantine/core/styles/Checkbox.layer.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { VerifyItem_organizationFragment } from '../../gql/VerifyItem_organization';
import { Columns } from '../../ui/layout/Columns';
import { Row } from '../../ui/layout/Row';
import { Card, Stack } from '../../ui/layout/Stack';
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
    <Card as="article" tone="raised" gap={4} padInline={5}>
      <Row as="header" gap={3} nowrap>
        {isWaiting && (
          <Checkbox
            aria-label={t('verify.pick', { name })}
            checked={isPicked}
            size="md"
            onChange={({ currentTarget }) => onPick(currentTarget.checked)}
          />
        )}
        <h2 className="large grow">
          <Link to={`/organizations/${slug}`}>{name}</Link>
        </h2>
        {!isWaiting && <StatusTag status={status} />}
      </Row>
      <Columns from="desk" gap={8} rowGap={4} {...(similar.length === 0 && { sizes: '100%' })}>
        <div>
          <OrganizationFacts organization={organization} />
          {who && (
            <p className={`soft anywhere ${classes.who}`}>
              {t('verify.registrant', {
                who: [who, registrant.name && registrant.address].filter(Boolean).join(' · '),
              })}
            </p>
          )}
        </div>
        {similar.length > 0 && (
          <Stack as="section" gap={2} className={classes.similar}>
            <h3>{t('verify.similar')}</h3>
            <SimilarList organizations={similar} />
          </Stack>
        )}
      </Columns>
      {refusalReason && <Notice tone="trouble">{t('verify.refusedBecause', { reason: refusalReason })}</Notice>}
      {status === 'VERIFIED' && hasManager === false && <Notice>{t('appoint.nobody')}</Notice>}
      <Row justify="end" gap={3} className={classes.acts}>
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
      </Row>
    </Card>
  );
}
