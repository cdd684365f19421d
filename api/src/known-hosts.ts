const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

/**
 * Whether a request means us: its Host is that of our public address or, while that is this machine, a name of this
 * machine. A page elsewhere whose name was made to point at this machine (DNS rebinding) would otherwise be let in as
 * if it were ours and read the sign-in codes at /dev/mail.
 */
export function isOurHost(host: string | undefined, publicUrl: string): boolean {
  const { host: publicHost } = new URL(publicUrl);
  if (host === undefined) return false;
  return host.toLowerCase() === publicHost || (loopback.test(publicHost) && loopback.test(host));
}

/** A browser says where a request comes from; a change may only come from our own pages. */
export const isOurOrigin = (origin: string | undefined, publicUrl: string): boolean =>
  origin === undefined || (URL.canParse(origin) && isOurHost(new URL(origin).host, publicUrl));
