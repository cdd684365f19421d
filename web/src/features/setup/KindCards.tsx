import type { ReactNode } from 'react';
import { Card, Stack } from '../../ui/layout/Stack';
import { Choice } from '../../ui/wizard/Choice';

interface Props<Kind extends string, Row> {
  name: string;
  /** All there are, in their order. */
  kinds: readonly Kind[];
  rows: readonly Row[];
  kindOf: (row: Row) => Kind;
  /** What one begins with. */
  usual: (kind: Kind) => Row;
  isFrozen?: boolean;
  words: (kind: Kind) => { title: string; text: string };
  onChange: (rows: Row[]) => void;
  children: (row: Row, place: number, change: (values: Partial<Row>) => void) => ReactNode;
}

/** One card for each kind of a thing, of which there is one or none. */
export function KindCards<Kind extends string, Row>({ kinds, rows, kindOf, onChange, ...props }: Props<Kind, Row>) {
  const put = (next: Row[]) =>
    onChange(next.toSorted((one, other) => kinds.indexOf(kindOf(one)) - kinds.indexOf(kindOf(other))));
  return (
    <Stack as="ul" gap={4}>
      {kinds.map((kind) => {
        const place = rows.findIndex((row) => kindOf(row) === kind);
        const row = rows[place];
        return (
          <Card as="li" tone="strong" gap={3} key={kind}>
            <fieldset disabled={props.isFrozen ?? false}>
              <Choice
                name={props.name}
                value={kind}
                isChosen={row !== undefined}
                {...props.words(kind)}
                onChange={(isChosen) =>
                  put(isChosen ? [...rows, props.usual(kind)] : rows.filter((one) => kindOf(one) !== kind))
                }
              />
            </fieldset>
            {row && props.children(row, place, (values) => put(rows.with(place, { ...row, ...values })))}
          </Card>
        );
      })}
    </Stack>
  );
}
