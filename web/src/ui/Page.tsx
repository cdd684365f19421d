import { useEffect, type ReactNode } from 'react';
import { Row } from './layout/Row';
import { Stack } from './layout/Stack';
import classes from './Page.module.css';

interface Props {
  title: string;
  /** A line above the title, such as where this page belongs. */
  eyebrow?: ReactNode;
  /** A sentence below it. */
  lead?: ReactNode;
  /** "hidden" where the design says it in another way, "inContent" where the content brings the h1. */
  heading?: 'shown' | 'hidden' | 'inContent';
  /** "reading" keeps lines short; "wide" is for grids and tables. */
  width?: 'reading' | 'wide';
  children: ReactNode;
}

/** The frame of every page: its width, its heading, its name in the browser's tab. */
export function Page({ title, eyebrow, lead, heading = 'shown', width = 'wide', children }: Props) {
  useEffect(() => {
    document.title = title === 'Laurel' ? title : `${title} · Laurel`;
  }, [title]);
  return (
    <div className={classes.page} data-width={width}>
      {heading === 'hidden' && <h1 className="visually-hidden">{title}</h1>}
      {heading === 'shown' && (
        <Stack as="header" gap={2}>
          {eyebrow && <p className="faint small">{eyebrow}</p>}
          <h1 className={classes.title}>{title}</h1>
          {lead && <p className={classes.lead}>{lead}</p>}
        </Stack>
      )}
      {children}
    </div>
  );
}

interface SectionProps {
  id?: string;
  title: string;
  /** A link or a remark at the end of the heading's line. */
  aside?: ReactNode;
  children: ReactNode;
}

export function Section({ id, title, aside, children }: SectionProps) {
  return (
    <Stack as="section" gap={4} id={id} className={classes.section}>
      <Row gap={4} rowGap={1} align="baseline" justify="between">
        <h2>{title}</h2>
        {aside && <div className="faint">{aside}</div>}
      </Row>
      {children}
    </Stack>
  );
}
