const megabyte = 1024 * 1024;

/** `820 kB`, `3.4 MB`. */
export function sizeInWords(bytes: number, language: string): string {
  const isLarge = bytes >= megabyte;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: isLarge ? 1 : 0 });
  return isLarge ? `${number.format(bytes / megabyte)} MB` : `${number.format(Math.max(1, bytes / 1024))} kB`;
}
