import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Row } from '../../ui/layout/Row';
import { Stack } from '../../ui/layout/Stack';
import classes from './SetUp.module.css';

interface Props {
  to: string;
  title: string;
  text: ReactNode;
  children?: ReactNode;
}

/** A page to go on to, and what it is about; the whole card can be pressed. */
export function CardLink({ to, title, text, children }: Props) {
  return (
    <Row
      as={Link}
      to={to}
      tone="strong"
      pad={3}
      padInline={4}
      gap={4}
      justify="between"
      nowrap
      className={classes.link}
    >
      <Stack as="span" className="anywhere">
        <b>{title}</b>
        <span className="soft">{text}</span>
        {children}
      </Stack>
      <IconChevronRight size={20} aria-hidden="true" />
    </Row>
  );
}
