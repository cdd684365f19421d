interface Props {
  number: { fraction: string | null; decimal: string };
}

/** A number before rounding: as a fraction where it is one, and in decimals. */
export function ExactText({ number: { fraction, decimal } }: Props) {
  if (fraction === null || !fraction.includes('/')) return <>{decimal}</>;
  // Six decimals tell the end of some fractions and not of others.
  const [over = '1', under = '1'] = fraction.split('/');
  const isWhole = Math.abs(Number(over) / Number(under) - Number(decimal)) < 1e-12;
  return (
    <>
      {fraction} {isWhole ? '=' : '≈'} {decimal}
    </>
  );
}
