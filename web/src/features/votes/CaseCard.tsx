import { Button } from '@mantine/core';
import { IconMessageCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DateTime } from '../../ui/time/DateTime';
import { Row } from '../../ui/layout/Row';
import { Card, Stack } from '../../ui/layout/Stack';
import { Seal } from '../../ui/Seal';
import { Tag } from '../../ui/Tag';
import classes from './CaseCard.module.css';
import type { Case } from './useCases';

interface Props {
  slug: string;
  timeZone: string;
  held: Case;
  canDecide: boolean;
  onDecide: (one: Case, verdict: 'VOID' | 'RESTORE') => void;
  /** Asks for appeals that did not come with the case; undefined once they were asked for. */
  onAllAppeals: (() => void) | undefined;
}

/** What was noticed about votes for one entry, what was said about it, and what may be decided. */
export function CaseCard({ slug, timeZone, held, canDecide, onDecide, onAllAppeals }: Props) {
  const { t } = useTranslation('votes');
  const { id, state, label, entry, votes, evidence, decisions, appeals } = held;
  const own = decisions.find((decision) => decision.id === held.viewerDecision?.id);
  const isOpen = state === 'OPEN';
  // A phone shows case after case; a wide screen has room for the figures at once.
  const [isWide] = useState(() => matchMedia('(min-width: 62em)').matches);
  return (
    <Card as="article" gap={4} padInline={5} className={classes.card} data-state={state} aria-labelledby={`case-${id}`}>
      <Row as="header" justify="between" align="start" gap={6} rowGap={1}>
        <div className="grow">
          <h3 id={`case-${id}`}>{label}</h3>
          <p>
            <Link to={`/c/${slug}/entries/${entry.number}`}>
              {t('cases.entry', { number: entry.number, title: entry.title })}
            </Link>{' '}
            {entry.organization && <span className="faint small">{entry.organization.name}</span>}
          </p>
        </div>
        <Row as="p" gap={3}>
          <b className="title tabular">{t('cases.votes', { count: votes })}</b>
          {isOpen ? (
            <Tag tone="gold">{t('cases.state.OPEN')}</Tag>
          ) : (
            <Seal tone={state === 'VOIDED' ? 'seal' : 'laurel'}>{t(`cases.state.${state}`)}</Seal>
          )}
        </Row>
      </Row>

      <p className="soft reading">{t(`cases.looksFor.${held.detector}`)}</p>
      <details className={classes.seen} open={isWide}>
        <summary>{t('cases.evidence')}</summary>
        <dl className={classes.evidence}>
          {evidence.map((figure) => (
            <div key={figure.label} data-long={figure.value.length > 18 || undefined}>
              <dt>{figure.label}</dt>
              <dd>{figure.value}</dd>
            </div>
          ))}
          <div data-long>
            <dt>{t('cases.openedAt')}</dt>
            <dd>
              <DateTime value={held.openedAt} timeZone={timeZone} />
            </dd>
          </div>
        </dl>
      </details>

      {decisions.length > 0 && (
        <Stack as="ul" gap={3} aria-label={t('cases.decisions')}>
          {decisions.map((decision) => (
            <li key={decision.id} className={classes.word} data-verdict={decision.verdict}>
              <p>
                <b>{decision.id === own?.id ? t('cases.you') : decision.by}</b> {t(`cases.said.${decision.verdict}`)} ·{' '}
                {t(`reasons.${decision.reason}`)}{' '}
                <span className="faint small">
                  <DateTime value={decision.decidedAt} timeZone={timeZone} />
                </span>
              </p>
              <p className="soft reading lines">{decision.note}</p>
            </li>
          ))}
        </Stack>
      )}
      {appeals.totalCount > 0 && (
        <Stack gap={1} align="start">
          <Row as="h4" gap={2}>
            <IconMessageCircle size={18} aria-hidden="true" /> {t('cases.appeals', { count: appeals.totalCount })}
          </Row>
          <Stack as="ul" gap={2}>
            {appeals.edges.map(({ node }) => (
              <li key={node.id} className={`reading lines ${classes.appeal}`}>
                {node.text}
              </li>
            ))}
          </Stack>
          {appeals.totalCount > appeals.edges.length &&
            (onAllAppeals ? (
              <Button variant="subtle" onClick={onAllAppeals}>
                {t('cases.allAppeals')}
              </Button>
            ) : (
              <p className="faint small">{t('cases.someAppeals', { count: appeals.edges.length })}</p>
            ))}
        </Stack>
      )}

      {isOpen && canDecide && (
        <Row as="footer" tone="ruled" justify="between" gap={6} rowGap={3} className={classes.foot}>
          <p className="grow">
            {own ? t(decisions.length > 1 ? 'cases.waitForThird' : 'cases.waitForSecond') : standing(held)}
          </p>
          {!own && (
            <Row gap={3} className={classes.buttons}>
              <Button variant="light" onClick={() => onDecide(held, 'RESTORE')}>
                {t('cases.restore')}
              </Button>
              <Button variant="light" color="seal" onClick={() => onDecide(held, 'VOID')}>
                {t('cases.void')}
              </Button>
            </Row>
          )}
        </Row>
      )}
    </Card>
  );

  function standing({ decisions: said }: Case): string {
    if (said.length === 0) return t('cases.needsTwo');
    const verdicts = new Set(said.map(({ verdict }) => verdict));
    return verdicts.size > 1 ? t('cases.breaksTie') : t('cases.needsYou');
  }
}
