import { useQuery } from '@apollo/client/react';
import { Skeleton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOf } from '../../apollo/errors';
import { AttackCostDocument } from '../../gql/AttackCost';
import type { Votes_competitionFragment } from '../../gql/Votes_competition';
import { useLanguage } from '../../i18n/useLanguage';
import { ButtonLink } from '../../ui/ButtonLink';
import { ErrorState } from '../../ui/ErrorState';
import classes from './AttackGauge.module.css';
import { GaugeDial } from './GaugeDial';
import { leversOf, priceOf, reachOf, type Lever } from './gauge';

interface Props {
  slug: string;
  rule: Votes_competitionFragment['ballotRule'];
  /** Voting has opened, so the rule stands. */
  isFrozen: boolean;
}

/** What it would cost to buy an award today, what that assumes, and what would make it dearer. */
export function AttackGauge({ slug, rule, isFrozen }: Props) {
  const { t } = useTranslation('votes');
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed, 400);
  const isWrong = typed.trim() !== '' && priceOf(typed) === undefined;
  const { data, previousData, error, refetch } = useQuery(AttackCostDocument, {
    variables: { slug, price: priceOf(asked) ?? null },
    fetchPolicy: 'cache-and-network',
    pollInterval: 10_000,
    skipPollAttempt: () => document.hidden,
    context: { staysOnPage: true },
  });
  const attack = (data ?? previousData)?.competition?.voteDesk?.attackCost;
  if (!attack) {
    return error ? (
      <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} />
    ) : (
      <Skeleton height={320} radius="md" />
    );
  }
  const yuan = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'CNY',
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 2,
    trailingZeroDisplay: 'stripIfInteger',
  });
  const cost = attack.cost === null ? null : Number(attack.cost);
  const levers = cost === null ? [] : leversOf(rule, { cost, pricePerVote: Number(attack.pricePerVote) });
  return (
    <div className={classes.gauge} aria-busy={typed !== asked}>
      <div className={classes.dial}>
        <GaugeDial cost={cost} />
        {cost === null || !attack.award || !attack.entry ? (
          <p className={classes.verdict}>{attack.summary}</p>
        ) : (
          <>
            <p className={classes.cost}>{yuan.format(cost)}</p>
            <p className={classes.verdict} data-reach={reachOf(cost)}>
              {t(`gauge.reach.${reachOf(cost)}`)}
            </p>
            <p className={classes.claim}>
              {t('gauge.claim', {
                cost: yuan.format(cost),
                number: attack.entry.number,
                award: attack.award.name,
                count: attack.votes ?? 0,
                identities: attack.identities ?? 0,
              })}
            </p>
          </>
        )}
        <TextInput
          className={classes.price}
          label={t('gauge.price')}
          description={t('gauge.priceHelp')}
          error={isWrong && t('gauge.priceWrong')}
          inputMode="decimal"
          leftSection="¥"
          placeholder={attack.pricePerVote}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </div>
      <div className={classes.side}>
        <div>
          <h3>{t('gauge.assumes')}</h3>
          <ul className={classes.list}>
            {attack.assumptions.map((assumption) => (
              <li key={assumption}>{assumption}</li>
            ))}
          </ul>
        </div>
        {levers.length > 0 && (
          <div>
            <h3>{t('gauge.dearer')}</h3>
            <ul className={classes.levers}>
              {levers.map((lever) => (
                <li key={lever.kind}>
                  <span>{wordsOf(lever)}</span>
                  {lever.kind !== 'weight' && <b>{yuan.format(Math.round(lever.cost * 100) / 100)}</b>}
                </li>
              ))}
            </ul>
            {isFrozen ? (
              <p className={classes.frozen}>{t('gauge.frozen')}</p>
            ) : (
              <ButtonLink to={`/organize/${slug}/ballot-rule`} variant="light">
                {t('gauge.toRule')}
              </ButtonLink>
            )}
          </div>
        )}
      </div>
    </div>
  );

  function wordsOf(lever: Lever): string {
    switch (lever.kind) {
      case 'choices':
        return t('gauge.lever.choices', { count: lever.choices });
      case 'levels':
        return t('gauge.lever.levels', { price: yuan.format(lever.price) });
      default:
        return t('gauge.lever.weight', { weight: lever.weight });
    }
  }
}
