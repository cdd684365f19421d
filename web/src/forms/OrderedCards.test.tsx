import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { renderRoute } from '../test/renderRoute';
import { OrderedCards } from './OrderedCards';

function Steps({ first }: { first: string[] }) {
  const [rows, setRows] = useState(first);
  return (
    <OrderedCards
      rows={rows}
      keyOf={(row) => row}
      nameOf={(row) => row}
      isFixed={(row) => row === 'fixed'}
      add={{ label: 'Add', makeRow: () => `step ${rows.length + 1}` }}
      start={{ text: 'Nothing yet.', action: 'Begin', makeRows: () => ['one', 'two'] }}
      onChange={setRows}
    >
      {(row) => <input aria-label={`box of ${row}`} />}
    </OrderedCards>
  );
}
const show = (...first: string[]) => renderRoute(<Steps first={first} />, { words: ['forms'] });
const order = () => screen.getAllByRole('listitem').map((card) => card.getAttribute('aria-label'));
const tool = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const focused = () => document.activeElement?.getAttribute('aria-label');

it('moves a card with the focus on it, and no further than the edge', async () => {
  await show('a', 'b', 'c');
  expect([tool('a: earlier').disabled, tool('c: later').disabled]).toEqual([true, true]);
  await userEvent.click(tool('c: earlier'));
  expect(order()).toEqual(['a', 'c', 'b']);
  expect(focused()).toBe('c: earlier');
  await userEvent.click(tool('c: earlier'));
  expect(order()).toEqual(['c', 'a', 'b']);
  expect(focused()).toBe('c: later');
  expect(screen.getByRole('status').textContent).toBe('Now in place 1 of 3');
});

it('takes a card out, unless it is fixed, and goes on at its neighbour', async () => {
  await show('a', 'fixed');
  expect(tool('fixed: remove').disabled).toBe(true);
  await userEvent.click(tool('a: remove'));
  expect(order()).toEqual(['fixed']);
  expect(focused()).toBe('box of fixed');
  await userEvent.click(tool('Add'));
  expect(focused()).toBe('box of step 2');
});

it('begins with what is offered', async () => {
  await show();
  await userEvent.click(tool('Begin'));
  expect(order()).toEqual(['one', 'two']);
  expect(focused()).toBe('box of one');
});
