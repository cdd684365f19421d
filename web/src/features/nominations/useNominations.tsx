import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../forms/useAct';
import { NominateEntryDocument } from '../../gql/NominateEntry';
import { RankNominationsDocument } from '../../gql/RankNominations';
import { RemoveNominationDocument } from '../../gql/RemoveNomination';
import { SubmitNominationsDocument } from '../../gql/SubmitNominations';

/** What is done to the list of a unit; the list is read anew after each act, done or refused. */
export function useNominations(unitId: string, onChanged: () => Promise<unknown>) {
  const { t } = useTranslation('nominations');
  const nominate = useAct(NominateEntryDocument);
  const remove = useAct(RemoveNominationDocument);
  const rank = useAct(RankNominationsDocument);
  const submit = useAct(SubmitNominationsDocument);
  const acts = [nominate, remove, rank, submit];
  const [isBusy, setBusy] = useState(false);
  const [news, setNews] = useState('');
  const clear = () => {
    for (const act of acts) act.clear();
  };
  const acting = async (run: () => Promise<object | undefined>, words: string): Promise<boolean> => {
    setBusy(true);
    clear();
    const done = await run();
    setNews(done ? words : '');
    await onChanged();
    setBusy(false);
    return done !== undefined;
  };

  const refused = acts.find(({ problem }) => problem !== undefined);
  const clause = refused?.refusal?.__typename === 'NominationRefusedError' ? refused.refusal.clause : undefined;
  const problem: ReactNode = refused && (
    <>
      <p>{refused.problem}</p>
      {clause && <p className="soft small">{t('clause', { text: clause })}</p>}
    </>
  );

  return {
    isBusy,
    problem,
    news,
    clear,
    nominate: ({ id, title }: { id: string; title: string }) =>
      acting(() => nominate.run({ unitId, entryId: id }), t('news.nominated', { title })),
    remove: (nominationId: string, title: string) =>
      acting(() => remove.run({ nominationId }), t('news.removed', { title })),
    rank: (nominationIds: string[], version: number, words: string) =>
      acting(() => rank.run({ unitId, version, nominationIds }), words),
    submit: (version: number) => acting(() => submit.run({ unitId, version }), t('news.submitted')),
  };
}
