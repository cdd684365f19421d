import {
  createTheme,
  defaultVariantColorsResolver,
  rem,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

const laurel: MantineColorsTuple = [
  '#eef7f2',
  '#dcece4',
  '#b8d9ca',
  '#8fc7ae',
  '#74cba7',
  '#2f8767',
  '#1f6f54',
  '#195d46',
  '#134a38',
  '#0c3427',
];
const seal: MantineColorsTuple = [
  '#fdf1ef',
  '#f8e2de',
  '#efc3bc',
  '#f29488',
  '#f0796d',
  '#c93a30',
  '#b3261e',
  '#971d16',
  '#7a160f',
  '#5c0f0a',
];
const gold: MantineColorsTuple = [
  '#fbf6e9',
  '#f5ebcf',
  '#ead59d',
  '#e0c277',
  '#d9b45c',
  '#cfa649',
  '#c59a3d',
  '#9a7526',
  '#7a5a12',
  '#573f09',
];

/** Greys that belong to paper, and a dark that is green. */
const gray: MantineColorsTuple = [
  '#f8f6ef',
  '#f3f1e8',
  '#e9e6da',
  '#e1ded2',
  '#c4c2b4',
  '#a5a497',
  '#626f69',
  '#46554f',
  '#33403a',
  '#1d2a26',
];
const dark: MantineColorsTuple = [
  '#e9ece4',
  '#bcc7bf',
  '#98a59e',
  '#6b7a73',
  '#45574f',
  '#2a3933',
  '#17231f',
  '#0f1815',
  '#0b1310',
  '#070d0b',
];

/** Laurel and seal in our tokens, so that text on them keeps its contrast in both schemes. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const resolved = defaultVariantColorsResolver(input);
  const color = input.color ?? input.theme.primaryColor;
  if (color !== 'laurel' && color !== 'seal') return resolved;
  const ink = `var(--${color})`;
  const soft = `var(--${color}-soft)`;
  switch (input.variant) {
    case 'filled': {
      const background = `var(--${color}-fill)`;
      const hover = `color-mix(in srgb, ${background} 88%, var(--ink))`;
      return { ...resolved, background, hover, color: `var(--on-${color})` };
    }
    case 'light':
      return { ...resolved, background: soft, hover: `color-mix(in srgb, ${soft} 90%, var(--ink))`, color: ink };
    case 'subtle':
      return { ...resolved, hover: soft, color: ink };
    case 'outline':
      return { ...resolved, hover: soft, color: ink, border: `1px solid ${ink}` };
    default:
      return resolved;
  }
};

const fontFamily =
  '"PingFang SC","HarmonyOS Sans SC","MiSans","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif';

export const theme = createTheme({
  colors: { laurel, seal, gold, gray, dark },
  variantColorResolver,
  primaryColor: 'laurel',
  primaryShade: { light: 6, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  black: '#1d2a26',
  defaultRadius: rem(10),
  fontFamily,
  fontSizes: {
    xs: rem(14),
    sm: rem(16),
    md: rem(16),
    lg: rem(18),
    xl: rem(22),
  },
  headings: {
    fontFamily,
    fontWeight: '650',
    sizes: {
      h1: { fontSize: rem(28), lineHeight: '1.3' },
      h2: { fontSize: rem(22), lineHeight: '1.35' },
      h3: { fontSize: rem(18), lineHeight: '1.4' },
      h4: { fontSize: rem(16), lineHeight: '1.5' },
    },
  },
  spacing: { xs: rem(8), sm: rem(12), md: rem(16), lg: rem(24), xl: rem(32) },
  shadows: { sm: 'var(--shadow)', md: 'var(--shadow)', lg: 'var(--shadow)' },
  components: {
    // A finger needs 44 px; "sm" is for dense tables on a desk.
    Button: {
      defaultProps: { size: 'md' },
      vars: (_theme: unknown, props: { size?: string }) => ({
        root: props.size === 'md' ? { '--button-height': rem(44) } : {},
      }),
    },
    ActionIcon: {
      defaultProps: { size: 44, variant: 'subtle', color: 'gray' },
    },
    InputWrapper: {
      vars: () => ({
        label: { '--input-label-size': rem(16) },
        error: { '--input-error-size': rem(14) },
        description: { '--input-description-size': rem(14) },
      }),
    },
    Input: {
      defaultProps: { size: 'md' },
      vars: (_theme: unknown, props: { size?: string }) => ({
        wrapper: props.size === 'md' ? { '--input-height': rem(44) } : {},
      }),
    },
  },
});

/** Mantine's own roles, told in our tokens (see tokens.css). */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const roles = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-faint)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--sunken)',
    '--mantine-color-default-border': 'var(--line)',
    '--mantine-color-placeholder': 'var(--ink-faint)',
    '--mantine-color-error': 'var(--seal)',
    '--mantine-color-anchor': 'var(--laurel)',
  };
  return { variables: {}, light: roles, dark: roles };
};
