interface Piece {
  text: string;
  /** In both, only in the earlier text, only in the later one. */
  in: 'both' | 'before' | 'after';
}

/** A text as its clauses: what ends with a mark or a line. */
const clausesOf = (text: string): string[] =>
  text.match(/[^，。；：！？,.;:!?\n]*[，。；：！？,.;:!?\n]?/gu)?.filter(Boolean) ?? [];

/** What became of a text, clause by clause: the longest sequence that both have stays, the rest went or came. */
export function compare(before: string, after: string): Piece[] {
  const [old, now] = [clausesOf(before), clausesOf(after)];
  // lengths[i][j]: of the longest common sequence of what is left from i and from j on.
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      lengths[i]![j] =
        old[i] === now[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    }
  }
  const pieces: Piece[] = [];
  const add = (text: string, where: Piece['in']) => {
    const last = pieces.at(-1);
    if (last?.in === where) last.text += text;
    else pieces.push({ text, in: where });
  };
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      add(old[i]!, 'both');
      i += 1;
      j += 1;
    } else if (j >= now.length || (i < old.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) {
      add(old[i]!, 'before');
      i += 1;
    } else {
      add(now[j]!, 'after');
      j += 1;
    }
  }
  return pieces;
}
