import type { ReactNode } from 'react';
import classes from './DataTable.module.css';

interface Props {
  /** Says what is in it where no heading does, and lets a keyboard scroll it. */
  label?: string;
  columns: readonly ReactNode[];
  /** One node a column; the first names the row. */
  rows: readonly (readonly ReactNode[])[];
}

/** A plain table: numbers to the right, what names a row to the left; it scrolls by itself where it is too wide. */
export function DataTable({ label, columns, rows }: Props) {
  return (
    <div className={classes.scroll} {...(label && { tabIndex: 0, role: 'region', 'aria-label': label })}>
      <table className={classes.table}>
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
            <tr key={row}>
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
