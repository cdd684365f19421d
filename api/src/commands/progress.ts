const numbers = new Intl.NumberFormat('en');

/** Tells on stderr how far something is, once a second. */
export function progressOf(what: string): (done: number, all: number) => void {
  let told = performance.now();
  return (done, all) => {
    const now = performance.now();
    if (now - told < 1000) return;
    told = now;
    process.stderr.write(`  ${numbers.format(done)} of ${numbers.format(all)} ${what}\n`);
  };
}
