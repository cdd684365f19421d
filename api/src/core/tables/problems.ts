/** Where in a file: `VOTES line 88, column vote`. */
export interface Place {
  /** The file, or a part of it. */
  section?: string | undefined;
  line?: number | undefined;
  column?: string | undefined;
}

const SHOWN = 50;

/**
 * What is wrong with a file. An error keeps it from being read; a warning tells that the file is not what it
 * says of itself, and a strict reader takes it for an error. All are counted, the first fifty errors are kept, and
 * warnings of one kind are one line with their number.
 */
export class Problems {
  errorCount = 0;
  readonly #errors: string[] = [];
  readonly #warnings = new Map<string, { first: string; count: number }>();

  error(place: Place, text: string): void {
    this.errorCount += 1;
    if (this.#errors.length < SHOWN) this.#errors.push(`${tell(place)}${text}`);
  }

  /** `kind` tells warnings of the same sort; `text` may name the particulars of this one. */
  warn(place: Place, kind: string, text: string): void {
    const known = this.#warnings.get(kind);
    if (known) known.count += 1;
    else this.#warnings.set(kind, { first: `${tell(place)}${text}`, count: 1 });
  }

  get errors(): string[] {
    const left = this.errorCount - this.#errors.length;
    return left > 0 ? [...this.#errors, `and ${left} more`] : [...this.#errors];
  }

  get warnings(): string[] {
    return [...this.#warnings.values()].map(({ first, count }) =>
      count > 1 ? `${first} (the first of ${count} such)` : first,
    );
  }
}

function tell({ section, line, column }: Place): string {
  const where = [section, line && `line ${line}`].filter(Boolean).join(' ');
  const parts = [where, column && `column ${column}`].filter(Boolean);
  return parts.length > 0 ? `${parts.join(', ')}: ` : '';
}
