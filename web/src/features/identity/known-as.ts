import type { Viewer } from './useViewer';

/** The middle stays hidden from those who look on: `138****8000`. */
function hidden(phone: string): string {
  const number = phone.replace(/^\+86/, '');
  return `${number.slice(0, -8)}****${number.slice(-4)}`;
}

/** How people recognize their own account. */
export const knownAs = ({ email, phone, name }: Pick<Viewer, 'email' | 'phone' | 'name'>): string =>
  email ?? (phone ? hidden(phone) : name || '—');
