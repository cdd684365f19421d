import { useSearchParams } from 'react-router';
import type { EntryStatus, QueueMark } from '../../gql/types';

export const statuses = [
  'SUBMITTED',
  'RETURNED',
  'ACCEPTED',
  'REJECTED',
  'WITHDRAWN',
] as const satisfies readonly EntryStatus[];

/** What entries of a status may carry that is worth a look. */
export const marksOf: Record<EntryStatus, readonly QueueMark[]> = {
  SUBMITTED: ['UNDECIDED', 'SPLIT', 'HELD', 'DUPLICATE', 'UNVERIFIED', 'COMING'],
  RETURNED: ['LATE'],
  ACCEPTED: [],
  REJECTED: [],
  WITHDRAWN: [],
};

export interface QueueFilters {
  status: EntryStatus;
  mark: QueueMark | null;
  category: string;
  region: string;
  q: string;
}

const named = ['mark', 'category', 'region', 'q'] as const;

/** The filters live in the address, beside the entry that lies open. */
export function useQueueFilters() {
  const [search, setSearch] = useSearchParams();
  const status = statuses.find((one) => one === search.get('status')) ?? 'SUBMITTED';
  const filters: QueueFilters = {
    status,
    mark: marksOf[status].find((one) => one === search.get('mark')) ?? null,
    category: search.get('category') ?? '',
    region: search.get('region') ?? '',
    q: search.get('q') ?? '',
  };
  const setFilters = (changed: Partial<QueueFilters>) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        after.delete('entry');
        // A mark belongs to its status.
        if (changed.status) after.delete('mark');
        for (const [name, value] of Object.entries(changed)) {
          if (value && value !== 'SUBMITTED') after.set(name, value);
          else after.delete(name);
        }
        return after;
      },
      { replace: true },
    );
  const open = (number: number | undefined, replace: boolean) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (number === undefined) after.delete('entry');
        else after.set('entry', String(number));
        return after;
      },
      { replace },
    );
  return {
    filters,
    isFiltered: named.some((name) => Boolean(filters[name])),
    asked: Number(search.get('entry')),
    setFilters,
    clear: () => setFilters({ mark: null, category: '', region: '', q: '' }),
    open,
  };
}
