import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { filterIn, messageFilters } from '../../features/messages/filters';
import { MessageList } from '../../features/messages/MessageList';
import { WordingList } from '../../features/messages/WordingList';
import { PageQuery } from '../../forms/PageQuery';
import { MessagesPageDocument } from '../../gql/MessagesPage';
import type { MessagesPage_competitionFragment } from '../../gql/MessagesPage_competition';
import { useLanguage } from '../../i18n/useLanguage';
import { Chips } from '../../ui/Chips';
import { Notice } from '../../ui/Notice';
import { Page, Section } from '../../ui/Page';
import { StackedBar } from '../../ui/chart/StackedBar';
import { useSlug } from './organized';

/** The mail that a competition sends: what became of it, and what it says. */
export function MessagesPage() {
  const slug = useSlug();
  return (
    <PageQuery
      query={MessagesPageDocument}
      variables={{ slug }}
      pick={({ competition }) => (competition?.messageDesk ? competition : null)}
      poll={5000}
    >
      {(competition, { renew, isStale }) => (
        <Messages competition={competition} isStale={isStale} onChanged={() => void renew()} />
      )}
    </PageQuery>
  );
}

interface Props {
  competition: MessagesPage_competitionFragment;
  isStale: boolean;
  onChanged: () => void;
}

function Messages({ competition, isStale, onChanged }: Props) {
  const { t } = useTranslation('messages');
  const language = useLanguage();
  const [search, setSearch] = useSearchParams();
  const filter = filterIn(search.get('state'));
  const { slug, timeZone, messageDesk } = competition;
  const { queued = 0, sent = 0, failed = 0 } = messageDesk?.counts ?? {};
  const all = queued + sent + failed;
  const counts = { ALL: all, QUEUED: queued, SENT: sent, FAILED: failed };
  const number = new Intl.NumberFormat(language);
  return (
    <Page title={t('title')} lead={t('lead')}>
      {isStale && <Notice tone="trouble">{t('stale')}</Notice>}
      <Section title={t('list.title')}>
        {all > 0 && (
          <StackedBar
            parts={[
              { id: 'SENT', label: t('states.SENT'), value: sent, text: number.format(sent) },
              { id: 'QUEUED', label: t('states.QUEUED'), value: queued, text: number.format(queued) },
              { id: 'FAILED', label: t('states.FAILED'), value: failed, text: number.format(failed) },
            ]}
          />
        )}
        <Chips
          label={t('list.filter')}
          value={filter}
          choices={messageFilters.map((value) => ({
            value,
            label: (
              <>
                {t(`filters.${value}`)} <small>{number.format(counts[value])}</small>
              </>
            ),
          }))}
          onChange={(value) => setSearch(value === 'ALL' ? {} : { state: value }, { replace: true })}
        />
        <MessageList
          key={filter}
          slug={slug}
          timeZone={timeZone}
          filter={filter}
          signal={`${queued}/${sent}/${failed}`}
          onChanged={onChanged}
        />
      </Section>
      <Section title={t('wording.title')}>
        <p>{t('wording.text')}</p>
        <WordingList slug={slug} wordings={messageDesk?.wordings ?? []} />
      </Section>
    </Page>
  );
}
