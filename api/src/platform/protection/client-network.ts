import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIPv4 } from 'node:net';
import proxyAddr from '@fastify/proxy-addr';
import ipaddr from 'ipaddr.js';
import { memoize } from '../../core/memoize.ts';

/** Says of an address whether what it tells about others is believed. */
export type Trust = (address: string) => boolean;

/** The most peers to memoize: our proxies, and clients that come without one. */
const mostPeers = 10_000;

/**
 * Whose word on the client's address is believed; null where nobody's is, and `X-Forwarded-For` is not looked at. A number
 * of hops, or everybody, would let a client write its own address where a proxy is missing.
 */
export function trustOf(trustedProxies: readonly string[]): Trust | null {
  if (trustedProxies.length === 0) return null;
  const compiled = proxyAddr.compile([...trustedProxies]);
  return memoize((address) => compiled(address, 0), mostPeers);
}

/** As fastify's `request.ip` tells with that trust. */
export function clientAddress(peer: string, forwardedFor: string | undefined, trust: Trust | null): string {
  if (!trust || forwardedFor === undefined) return peer;
  const request = { socket: { remoteAddress: peer }, headers: { 'x-forwarded-for': forwardedFor } };
  return proxyAddr.all(request as unknown as IncomingMessage, trust).at(-1) ?? peer;
}

/** All addresses that are none share one network, so that inventing them gains nothing. */
const nowhere = 'unknown';

/**
 * The network of a client: the /24 of an IPv4 address, the /48 of an IPv6 address, which is about what one household,
 * school or server farm is given. Narrower, and one customer has 65,536 of them to vote from.
 */
export function networkOf(address: string): string {
  if (isIPv4(address)) return `${address.slice(0, address.lastIndexOf('.'))}.0/24`;
  // Some proxies write the port as well.
  const bare = /^\[([^\]]+)\](:\d+)?$/.exec(address)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(address)?.[1] ?? address;
  if (!ipaddr.isValid(bare) || (!bare.includes(':') && !isIPv4(bare))) return nowhere;
  const parsed = ipaddr.process(bare);
  if (parsed.kind() === 'ipv4') return networkOf(parsed.toString());
  const [first = 0, second = 0, third = 0] = (parsed as ipaddr.IPv6).parts;
  return `${first.toString(16)}:${second.toString(16)}:${third.toString(16)}::/48`;
}

/** Both hashes go into a bigint column, so they are signed. */
const signed64 = (key: string | KeyObject, text: string): bigint =>
  createHmac('sha256', key).update(text).digest().readBigInt64BE();

let hashesOfDay: { secret: string; day: string; hashOf: (network: string) => bigint } | undefined;

/** Networks kept with their hash; votes come from few networks many times. */
const mostKnown = 10_000;

/**
 * What is stored of a network: enough to see that votes of one day came from the same one, and no way back to it
 * without the key. The key changes every day, so that nobody is followed over the days of a vote.
 */
export function networkHash(secret: string, day: string, network: string): bigint {
  if (hashesOfDay?.day !== day || hashesOfDay.secret !== secret) {
    // A key given as bytes is made into one of these each time, which takes five times as long as the hash.
    const key = createSecretKey(createHmac('sha256', secret).update(`protection/network/${day}`).digest());
    hashesOfDay = { secret, day, hashOf: memoize((one) => signed64(key, one), mostKnown) };
  }
  return hashesOfDay.hashOf(network);
}

/** What is stored of a device. It stays the same over the days: a device that votes for many people is what shows a farm. */
export const deviceHash = (secret: string, deviceId: string): bigint =>
  signed64(secret, `protection/device/${deviceId}`);
