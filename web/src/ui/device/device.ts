/** The zone of this device's own clock, for times on which no deadline hangs. */
export function deviceTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
