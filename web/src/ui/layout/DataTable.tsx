import type { ReactNode } from 'react';
import classes from './DataTable.module.css';

interface Props {
  /** Says what is in it where no heading does, and lets a keyboard scroll it. */
  label?: string;
  /** Small numbers in columns, or words on a surface of their own. */
  kind?: 'numbers' | 'words';
  columns: readonly ReactNode[];
  /** One node a column; the first names the row. */
  rows: readonly (readonly ReactNode[])[];
  /** The index of a row to point out. */
  marked?: number;
}

/** A plain table, which scrolls by itself where it is too wide. */
export function DataTable({ label, kind = 'numbers', columns, rows, marked }: Props) {
  return (
    <div
      className={classes.frame}
      data-kind={kind}
      {...(label && { tabIndex: 0, role: 'region', 'aria-label': label })}
    >
      <table>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], row) => (
            <tr key={row} data-marked={row === marked || undefined}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
