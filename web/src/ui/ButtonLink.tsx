import { Button, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface Props extends ButtonProps {
  to: string;
  children: ReactNode;
}

/** A link to another page that asks to be pressed. */
export function ButtonLink({ to, ...props }: Props) {
  return <Button component={Link} to={to} {...props} />;
}
