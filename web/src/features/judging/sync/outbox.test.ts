import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acknowledged,
  answered,
  isFinished,
  isSubmitting,
  nextMutation,
  nothingPending,
  pendingChanges,
  sent,
  withConflict,
  withSave,
  withSubmit,
  type Changes,
  type PendingSheet,
  type PendingMutation,
} from './outbox';

const sheet = nothingPending({ assignmentId: 'a', judgeId: 'j', title: 'Reading Corners' }, 0);
const refused = { is: 'refused', message: 'off the scale' } as const;

describe('the outbox of a sheet', () => {
  it('joins changes that have not left into one mutation', () => {
    const both = withSave(withSave(sheet, '1', { marks: { a: '8', b: '7' } }), '2', {
      marks: { a: null },
      comment: '好',
    });
    expect(both.pending).toEqual([{ kind: 'save', id: '1', isSent: false, marks: { a: null, b: '7' }, comment: '好' }]);
  });

  it('leaves a mutation alone once it may have arrived', () => {
    const out = withSave(sent(withSave(sheet, '1', { marks: { a: '8' } }), '1'), '2', { marks: { a: '9' } });
    expect(out.pending.map(({ id }) => id)).toEqual(['1', '2']);
    expect(pendingChanges(out)).toEqual({ marks: { a: '9' } });
    expect(nextMutation(answered(out, '1', { is: 'done' }))).toMatchObject({ id: '2' });
  });

  it('hears an answer to the mutation it sent and to no other', () => {
    const out = withSave(sheet, '2', { marks: { a: '9' } });
    expect(answered(out, '1', { is: 'done' })).toBe(out);
  });

  it('does not submit on top of a save that was refused, and takes the correction', () => {
    const out = withSubmit(sent(withSave(sheet, '1', { marks: { a: '8.3' } }), '1'), '2');
    const told = answered(out, '1', refused);
    expect([isSubmitting(told), nextMutation(told)]).toEqual([false, undefined]);
    expect(nextMutation(acknowledged(told))).toMatchObject({ id: '1', isSent: false });
    expect(nextMutation(withSave(told, '3', { marks: { a: '8.5' } }))).toMatchObject({ id: '1', marks: { a: '8.5' } });
  });

  it('drops marks that have not left when the judge is too close', () => {
    const out = withConflict(withSave(sheet, '1', { marks: { a: '8' } }), '2', 'my town');
    expect(out.pending).toEqual([{ kind: 'conflict', id: '2', isSent: false, note: 'my town' }]);
    expect(isFinished(out)).toBe(true);
    expect(withSubmit(out, '3')).toBe(out);
  });
});

/** The server as far as it matters here: a save with a known id changes nothing, a sealed sheet stays. */
class Server {
  state: Record<string, string> = {};
  sealed: Record<string, string> | null = null;
  carriedOut: string[] = [];

  take(mutation: PendingMutation): 'done' | 'sealed' {
    if (mutation.kind === 'conflict') throw new Error('not here');
    if (this.sealed !== null) return mutation.kind === 'submit' ? 'done' : 'sealed';
    if (this.carriedOut.includes(mutation.id)) return 'done';
    this.carriedOut.push(mutation.id);
    if (mutation.kind === 'submit') this.sealed = { ...this.state };
    else this.apply(mutation);
    return 'done';
  }

  apply(changes: Changes) {
    this.state = overlaid(this.state, changes);
  }
}

function overlaid(state: Record<string, string>, { marks, comment }: Changes): Record<string, string> {
  const all = { ...state, ...marks, ...(comment !== undefined && { comment }) };
  return Object.fromEntries(Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== null));
}

type Step =
  | { does: 'change'; changes: Changes }
  | { does: 'send'; fate: 'arrives' | 'request lost' | 'answer lost' | 'request late' | 'answer late' }
  /** Something that was on its way all the time gets there now. */
  | { does: 'late request' | 'late answer' }
  | { does: 'reload' };

const aMark = fc.record({ id: fc.constantFrom('a', 'b', 'c'), value: fc.constantFrom('1', '2.5', '10', null) });
const aChange: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: aMark.map(({ id, value }) => ({ does: 'change', changes: { marks: { [id]: value } } }) as const),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('', '好', '很好')
      .map((comment) => ({ does: 'change', changes: { marks: {}, comment } }) as const),
  },
);
const aStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: aChange },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('arrives', 'request lost', 'answer lost', 'request late', 'answer late')
      .map((fate) => ({ does: 'send', fate }) as const),
  },
  { weight: 1, arbitrary: fc.constantFrom({ does: 'late request' }, { does: 'late answer' }, { does: 'reload' }) },
);

it('ends as if nothing had ever failed, whatever is lost, repeated, late or reloaded', () => {
  fc.assert(
    fc.property(fc.array(aStep, { maxLength: 60 }), fc.nat(60), (steps, submitAt) => {
      const [server, ideal] = [new Server(), new Server()];
      let box: PendingSheet = sheet;
      let serial = 0;
      const newId = () => `${(serial += 1)}`;
      const requests: PendingMutation[] = [];
      const answers: string[] = [];
      const send = (fate: (Step & { does: 'send' })['fate']) => {
        const mutation = nextMutation(box);
        if (!mutation) return;
        box = sent(box, mutation.id);
        // What leaves is a copy; nothing done later changes it.
        const copy = structuredClone(mutation);
        if (fate === 'request late') requests.push(copy);
        if (fate === 'request lost' || fate === 'request late') return;
        expect(server.take(copy)).toBe('done');
        if (fate === 'answer late') answers.push(mutation.id);
        if (fate === 'arrives') box = answered(box, mutation.id, { is: 'done' });
      };
      const take = (step: Step) => {
        switch (step.does) {
          case 'change':
            if (isFinished(box) || ideal.sealed !== null) return;
            ideal.apply(step.changes);
            box = withSave(box, newId(), step.changes);
            break;
          case 'send':
            send(step.fate);
            break;
          case 'late request': {
            const late = requests.shift();
            if (late) server.take(late);
            break;
          }
          case 'late answer': {
            const late = answers.shift();
            if (late) box = answered(box, late, { is: 'done' });
            break;
          }
          case 'reload':
            box = JSON.parse(JSON.stringify(box)) as PendingSheet;
            break;
        }
      };
      for (const [index, step] of steps.entries()) {
        if (index === submitAt) {
          box = withSubmit(box, newId());
          ideal.sealed = { ...ideal.state };
        }
        take(step);
        // What the server has, and over it what waits, is at any moment what the judge typed last.
        expect(overlaid(server.state, pendingChanges(box))).toEqual(ideal.state);
      }
      while (nextMutation(box)) send('arrives');
      for (const late of requests) server.take(late);
      for (const late of answers) box = answered(box, late, { is: 'done' });
      expect([server.state, server.sealed]).toEqual([ideal.state, ideal.sealed]);
      expect(new Set(server.carriedOut).size).toBe(server.carriedOut.length);
      expect(box.pending).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});
