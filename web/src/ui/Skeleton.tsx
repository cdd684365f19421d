import classes from './Skeleton.module.css';

interface Props {
  height?: number;
  width?: number | string;
  className?: string | undefined;
}

/** The shape of something that is on its way. */
export function Skeleton({ height, width, className }: Props) {
  return (
    <div
      className={className ? `${classes.skeleton} ${className}` : classes.skeleton}
      data-skeleton
      style={{ ...(height === undefined ? {} : { height }), ...(width === undefined ? {} : { width }) }}
    />
  );
}
