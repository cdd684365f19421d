import 'react';

declare module 'react' {
  // Custom properties, such as a hue that a style sheet takes up.
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined;
  }
}
