/** A chance that comes out the same every time, so that a job that is begun anew writes what it wrote before. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** A text for a section of a form, as long as it has to be, that nobody takes for real. */
export function madeUpText(section: { zh: string | null; en: string | null }, least: number): string {
  const sentence = `这是演练用的“${section.zh ?? section.en ?? ''}”，不是真实内容。`;
  return sentence.repeat(Math.max(1, Math.ceil(least / Array.from(sentence).length)));
}

const thousandths = (value: string) => Math.round(Number(value) * 1000);

/** A mark on the scale of a criterion, from its middle up to its end. `share` is from 0 to 1. */
export function markAt(scale: { minimum: string; maximum: string; step: string }, share: number): string {
  const [lowest, highest, step] = [scale.minimum, scale.maximum, scale.step].map(thousandths) as [
    number,
    number,
    number,
  ];
  const steps = Math.floor((highest - lowest) / step);
  const chosen = Math.round(steps * (0.5 + share / 2));
  return ((lowest + chosen * step) / 1000).toFixed(3);
}
