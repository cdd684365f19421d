import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { useLivePages } from './useLivePages';

/** Pages of two of a list that others change. */
function live(question: string, list: { rows: string[] }) {
  let again = () => {};
  const subscribe = (listener: () => void) => {
    again = listener;
    return () => {};
  };
  const read = vi.fn((after: string | null) => {
    const from = after === null ? 0 : list.rows.indexOf(after) + 1;
    const rows = list.rows.slice(from, from + 2);
    const isLast = from + 2 >= list.rows.length;
    return Promise.resolve({
      rows,
      total: list.rows.length,
      next: isLast ? null : (rows.at(-1) ?? null),
      about: undefined,
    });
  });
  const onRead = vi.fn();
  const hook = renderHook((asked: string) => useLivePages(asked, subscribe, read, onRead), { initialProps: question });
  return { ...hook, read, onRead, again: () => act(async () => Promise.resolve(again())) };
}

it('reads all loaded pages again from the first on, and shows what they were before', async () => {
  const list = { rows: ['a', 'b', 'c', 'd'] };
  const { result, again, onRead } = live('all', list);
  await waitFor(() => expect(result.current.rows).toEqual(['a', 'b']));
  expect(result.current.hasMore).toBe(true);
  act(() => result.current.more());
  await waitFor(() => expect(result.current.rows).toEqual(['a', 'b', 'c', 'd']));
  list.rows = ['z', 'a', 'b', 'c'];
  await again();
  await waitFor(() => expect(result.current.rows).toEqual(['z', 'a', 'b', 'c']));
  expect(onRead).toHaveBeenLastCalledWith(['a', 'b', 'c', 'd'], ['z', 'a', 'b', 'c']);
});

it('shows nothing of another list, and keeps what it has where reading fails', async () => {
  const { result, rerender, read, again } = live('all', { rows: ['a'] });
  await waitFor(() => expect(result.current.rows).toEqual(['a']));
  read.mockRejectedValueOnce(new Error('offline'));
  await again();
  await waitFor(() => expect(result.current.error).toBeTruthy());
  expect(result.current.rows).toEqual(['a']);
  rerender('open');
  expect(result.current.rows).toBeUndefined();
});
