interface Passage {
  text: string;
  isCommon: boolean;
}

/** A Chinese character is a token, a run of Latin letters or digits another; the rest only separates. */
const token = /\p{Script=Han}|[\p{L}\p{N}]+/gu;

/** How many tokens in a row make a passage: fewer are how everybody writes. */
const least = 6;

const separator = '\u0000';

interface Token {
  word: string;
  start: number;
  end: number;
}

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(token)].map((match) => ({
    word: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));

function gramsOf(tokens: readonly Token[]): string[] {
  const words = tokens.map(({ word }) => word);
  return words
    .slice(0, Math.max(0, words.length - least + 1))
    .map((_, at) => words.slice(at, at + least).join(separator));
}

/** Every run of six tokens of some texts, to hold others against. */
export const runsOf = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => gramsOf(tokensOf(text))));

/** A text in pieces, those that also stand elsewhere marked, punctuation and case aside; and what share of it that is. */
export function commonPassages(
  text: string,
  runs: ReadonlySet<string>,
): { pieces: Passage[]; common: number; all: number } {
  const tokens = tokensOf(text);
  const isCommon = new Uint8Array(tokens.length);
  for (const [at, gram] of gramsOf(tokens).entries()) {
    if (runs.has(gram)) isCommon.fill(1, at, at + least);
  }
  const pieces: Passage[] = [];
  let end = 0;
  const add = (to: number, common: boolean) => {
    if (to > end) pieces.push({ text: text.slice(end, to), isCommon: common });
    end = to;
  };
  for (let at = 0; at < tokens.length;) {
    if (!isCommon[at]) {
      at += 1;
      continue;
    }
    const first = tokens[at];
    while (at < tokens.length && isCommon[at]) at += 1;
    add(first?.start ?? end, false);
    add(tokens[at - 1]?.end ?? end, true);
  }
  add(text.length, false);
  return { pieces, common: isCommon.reduce((sum, one) => sum + one, 0), all: tokens.length };
}
