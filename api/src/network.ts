import { isIPv6 } from 'node:net';

/**
 * The network an address belongs to: /24 of IPv4, /48 of IPv6. People of one school or office share it, so it says where
 * something comes from, never who it is.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  if (!isIPv6(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  const [front = '', back] = (plain.split('%')[0] ?? '').split('::');
  const groups = front.split(':').filter(Boolean);
  // What `::` stands for is zeros, as many as are missing.
  if (back !== undefined) groups.push(...Array.from({ length: 8 }, () => '0'));
  const first = groups.slice(0, 3).map((group) => Number.parseInt(group, 16).toString(16));
  return `${first.join(':')}::/48`;
}
