import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PartQuery } from '../../forms/PageQuery';
import { AttackCostDocument, type AttackCostQuery } from '../../gql/AttackCost';
import type { Votes_competitionFragment } from '../../gql/Votes_competition';
import { useLanguage } from '../../i18n/useLanguage';
import { ButtonLink } from '../../ui/ButtonLink';
import { Columns } from '../../ui/layout/Columns';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
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
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed, 400);
  const isWrong = typed.trim() !== '' && priceOf(typed) === undefined;
  return (
    <PartQuery
      query={AttackCostDocument}
      variables={{ slug, price: priceOf(asked) ?? null }}
      pick={({ competition }) => competition?.voteDesk}
      poll={10_000}
    >
      {({ attackCost: attack }) =>
        // There is none before a ballot rule is declared.
        attack && (
          <Gauge slug={slug} rule={rule} isFrozen={isFrozen} attack={attack} isBusy={typed !== asked}>
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
          </Gauge>
        )
      }
    </PartQuery>
  );
}

interface GaugeProps extends Props {
  attack: NonNullable<NonNullable<NonNullable<AttackCostQuery['competition']>['voteDesk']>['attackCost']>;
  isBusy: boolean;
  /** The field for another price. */
  children: ReactNode;
}

function Gauge({ slug, rule, isFrozen, attack, isBusy, children }: GaugeProps) {
  const { t } = useTranslation('votes');
  const language = useLanguage();
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
    <Columns
      sizes="minmax(0, 5fr) minmax(0, 6fr)"
      from="desk"
      tone="plain"
      align="start"
      pad={5}
      gap={8}
      rowGap={6}
      aria-busy={isBusy}
    >
      <Stack gap={1} align="center" className={classes.dial}>
        <GaugeDial cost={cost} />
        {cost === null || !attack.award || !attack.entry ? (
          <p className={`large strong ${classes.verdict}`}>{attack.summary}</p>
        ) : (
          <>
            <p className={`tabular ${classes.cost}`}>{yuan.format(cost)}</p>
            <p className={`large strong ${classes.verdict}`} data-reach={reachOf(cost)}>
              {t(`gauge.reach.${reachOf(cost)}`)}
            </p>
            <p className={`soft ${classes.claim}`}>
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
        {children}
      </Stack>
      <Stack gap={5}>
        <div>
          <h3>{t('gauge.assumes')}</h3>
          <ul className={`soft ${classes.list}`}>
            {attack.assumptions.map((assumption) => (
              <li key={assumption}>{assumption}</li>
            ))}
          </ul>
        </div>
        {levers.length > 0 && (
          <div>
            <h3>{t('gauge.dearer')}</h3>
            <Stack as="ul">
              {levers.map((lever) => (
                <Row
                  as="li"
                  key={lever.kind}
                  tone="ruled"
                  padBlock={2}
                  justify="between"
                  align="baseline"
                  gap={4}
                  rowGap={0}
                >
                  <span className="grow">{wordsOf(lever)}</span>
                  {lever.kind !== 'weight' && (
                    <b className="good large tabular">{yuan.format(Math.round(lever.cost * 100) / 100)}</b>
                  )}
                </Row>
              ))}
            </Stack>
            {isFrozen ? (
              <p className="faint small">{t('gauge.frozen')}</p>
            ) : (
              <ButtonLink to={`/organize/${slug}/ballot-rule`} variant="light">
                {t('gauge.toRule')}
              </ButtonLink>
            )}
          </div>
        )}
      </Stack>
    </Columns>
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
