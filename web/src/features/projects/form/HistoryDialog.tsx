import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOf } from '../../../apollo/errors';
import { ProjectHistoryDocument, type ProjectHistoryQuery } from '../../../gql/ProjectHistory';
import { useLanguage } from '../../../i18n/useLanguage';
import { deviceTimeZone } from '../../../ui/device/device';
import { Dialog, DialogActions } from '../../../ui/Dialog';
import { ErrorState } from '../../../ui/ErrorState';
import { LoadMore } from '../../../ui/LoadMore';
import { TextSkeleton } from '../../../ui/Skeletons';
import { formatDay, formatTime } from '../../../ui/time/time';
import { compare } from '../../../ui/text/compare';
import { Columns } from '../../../ui/layout/Columns';
import { Stack } from '../../../ui/layout/Stack';
import type { Fields } from './draft';
import classes from './HistoryDialog.module.css';
import { basicsFields, boxOf } from './project-fields';

type Version = NonNullable<ProjectHistoryQuery['project']>['history']['edges'][number]['node'];

interface Props {
  projectId: string;
  part: { key: string; name: string };
  /** What is on the screen. */
  now: Fields;
  labelOf: (name: string) => string;
  onTakeBack: (fields: Fields) => void;
  onClose: () => void;
}

const fieldsOf = ({ key, text, basics }: Version): Fields =>
  basics ? basicsFields(basics) : { [boxOf(key)]: text ?? '' };

/** Who wrote what and when; each version beside what is on the screen, and a way back to it. */
export function HistoryDialog({ projectId, part, now, labelOf, onTakeBack, onClose }: Props) {
  const { t } = useTranslation('projects');
  const language = useLanguage();
  const [chosen, setChosen] = useState<string>();
  const { data, error, loading, refetch, fetchMore } = useQuery(ProjectHistoryDocument, {
    variables: { id: projectId, key: part.key },
    fetchPolicy: 'network-only',
    context: { staysOnPage: true },
  });
  const clock = { language, timeZone: deviceTimeZone() };
  const history = data?.project?.history;
  const versions = history?.edges.map(({ node }) => node) ?? [];
  const version = versions.find(({ id }) => id === chosen) ?? versions[0];
  return (
    <Dialog title={t('history.title', { part: part.name })} isOpen onClose={onClose} width="wide">
      {!history ? (
        error ? (
          <ErrorState kind={kindOf(error)} onRetry={() => void refetch()} />
        ) : (
          <TextSkeleton lines={6} />
        )
      ) : !version ? (
        <p>{t('history.none')}</p>
      ) : (
        <Columns sizes="15rem minmax(0, 1fr)" gap={4}>
          <div>
            <Stack as="ul" gap={2} className={classes.versions}>
              {versions.map(({ id, version: number, savedAt, savedBy }) => (
                <li key={id}>
                  <button
                    type="button"
                    className={classes.version}
                    aria-pressed={id === version.id}
                    onClick={() => setChosen(id)}
                  >
                    <strong>{t('history.version', { version: number })}</strong>
                    <span>{savedBy ? savedBy.name || t('presence.somebody') : t('history.nobody')}</span>
                    <span className="soft small tabular">
                      {formatDay(savedAt, clock)} {formatTime(savedAt, clock)}
                    </span>
                  </button>
                </li>
              ))}
            </Stack>
            {history.pageInfo.hasNextPage && (
              <LoadMore
                shown={versions.length}
                total={history.totalCount}
                hasMore
                isLoading={loading}
                onMore={() => void fetchMore({ variables: { after: history.pageInfo.endCursor } })}
              />
            )}
          </div>
          <Difference then={fieldsOf(version)} now={now} labelOf={labelOf} />
        </Columns>
      )}
      {version && (
        <DialogActions>
          <Button
            onClick={() => {
              onTakeBack(fieldsOf(version));
              onClose();
            }}
          >
            {t('history.takeBack', { version: version.version })}
          </Button>
        </DialogActions>
      )}
    </Dialog>
  );
}

/** What of a version is gone from the screen, and what has come since. */
function Difference({ then, now, labelOf }: { then: Fields; now: Fields; labelOf: (name: string) => string }) {
  const { t } = useTranslation('projects');
  const names = Object.keys(then).filter((name) => (then[name] ?? '').trim() !== (now[name] ?? '').trim());
  if (names.length === 0) return <p className="soft small">{t('history.same')}</p>;
  return (
    <Stack gap={4} className={classes.texts}>
      <p className="soft small">
        <del>{t('history.gone')}</del> <ins>{t('history.come')}</ins>
      </p>
      {names.map((name) => (
        <section key={name}>
          {names.length > 1 && <h3 className={classes.box}>{labelOf(name)}</h3>}
          <p className={classes.text}>
            {compare(then[name] ?? '', now[name] ?? '').map((piece, index) =>
              piece.in === 'both' ? (
                piece.text
              ) : piece.in === 'before' ? (
                <del key={index}>{piece.text}</del>
              ) : (
                <ins key={index}>{piece.text}</ins>
              ),
            )}
          </p>
        </section>
      ))}
    </Stack>
  );
}
