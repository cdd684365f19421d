const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

export interface KnownHosts {
  /** Whether a Host header means us. */
  isOurHost: (host: string | undefined) => boolean;
  /** Whether an Origin header is one of our own pages'; a client that is no browser says none. */
  isOurOrigin: (origin: string | undefined) => boolean;
}

/**
 * Whether a request means us: its Host is that of our public address or, while that is this machine, a name of this
 * machine. A page elsewhere whose name was made to point at this machine (DNS rebinding) would otherwise be let in as
 * if it were ours and read the sign-in codes at /dev/mail. And a browser says where a request comes from: a change may
 * only come from our own pages.
 */
export function knownHosts(publicUrl: string): KnownHosts {
  const { host: publicHost, origin: publicOrigin } = new URL(publicUrl);
  const isHere = loopback.test(publicHost);
  const isOurHost = (host: string | undefined) =>
    host !== undefined && (host.toLowerCase() === publicHost || (isHere && loopback.test(host)));
  return {
    isOurHost,
    isOurOrigin: (origin) =>
      origin === undefined || origin === publicOrigin || (URL.canParse(origin) && isOurHost(new URL(origin).host)),
  };
}
