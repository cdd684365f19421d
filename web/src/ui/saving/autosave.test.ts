import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeAutosave, type SaveOutcome } from './autosave';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const saving = (...outcomes: SaveOutcome[]) => vi.fn(() => Promise.resolve(outcomes.shift() ?? 'saved'));

describe('autosave', () => {
  it('saves within five seconds of the last keystroke', async () => {
    const save = saving();
    const autosave = makeAutosave({ save });
    autosave.touch();
    await vi.advanceTimersByTimeAsync(1000);
    autosave.touch();
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(5000);
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('does not wait for a pause that never comes', async () => {
    const save = saving();
    const autosave = makeAutosave({ save });
    for (let n = 0; n < 12; n++) {
      autosave.touch();
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('never has two saves on their way, and saves what was typed meanwhile', async () => {
    let arrive = (_outcome: SaveOutcome) => {};
    const save = vi.fn(() => new Promise<SaveOutcome>((resolve) => (arrive = resolve)));
    const autosave = makeAutosave({ save });
    autosave.touch();
    await vi.advanceTimersByTimeAsync(1500);
    autosave.touch();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(save).toHaveBeenCalledTimes(1);
    arrive('saved');
    await vi.advanceTimersByTimeAsync(1500);
    expect(save).toHaveBeenCalledTimes(2);
  });

  it('tries again, ever more slowly, until the server has it', async () => {
    const save = saving('failed', 'failed', 'saved');
    const autosave = makeAutosave({ save });
    autosave.touch();
    await vi.advanceTimersByTimeAsync(1500);
    await vi.advanceTimersByTimeAsync(2000);
    expect(save).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(5000);
    expect(save).toHaveBeenCalledTimes(3);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(save).toHaveBeenCalledTimes(3);
  });

  it('takes a thrown error for a failure', async () => {
    const save = vi
      .fn<() => Promise<SaveOutcome>>()
      .mockRejectedValueOnce(new Error('offline'))
      .mockResolvedValue('saved');
    const autosave = makeAutosave({ save });
    autosave.touch();
    await vi.advanceTimersByTimeAsync(3500);
    expect(save).toHaveBeenCalledTimes(2);
  });

  it('waits for a person after it was stopped', async () => {
    const save = saving('stopped');
    const autosave = makeAutosave({ save });
    autosave.touch();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(save).toHaveBeenCalledTimes(1);
    autosave.touch();
    await vi.advanceTimersByTimeAsync(1500);
    expect(save).toHaveBeenCalledTimes(2);
  });

  it('saves at once when asked, and asks for nothing when nothing changed', async () => {
    const save = saving();
    const autosave = makeAutosave({ save });
    await autosave.flush();
    expect(save).not.toHaveBeenCalled();
    autosave.touch();
    await autosave.flush();
    expect(save).toHaveBeenCalledTimes(1);
  });
});
