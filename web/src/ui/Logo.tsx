interface Props {
  size?: number;
}

/** Two leaves that form a tick. */
export function Logo({ size = 32 }: Props) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <path fill="var(--gold)" d="M13 28C6.5 25.5 3 20.5 2.5 13C9.5 14.5 13 20 13 28Z" />
      <path fill="var(--laurel)" d="M13 28C11.5 17 17 7.5 29.5 4C30.5 16.5 24 25 13 28Z" />
      <path
        fill="none"
        stroke="var(--paper)"
        strokeWidth="1"
        strokeLinecap="round"
        d="M13.6 26.6C16.500 19.500 20.500 13 26.200 8.300M12.300 25.400C10.600 21.700 8.400 18.800 5.600 16.400"
      />
    </svg>
  );
}
