import { defineConfig, type DummyRuleMap } from 'oxlint';

/** A border: files that match a pattern are not imported, and the message says why. */
type Border = { group: string[]; message: string } | { regex: string; message: string };

const borders = (...patterns: Border[]): DummyRuleMap => ({ 'no-restricted-imports': ['error', { patterns }] });

/** The groups of the api's modules. Each may import those before it and itself, types included. */
const groups = ['core', 'platform', 'people', 'work', 'competition', 'scoring', 'rehearsals'];
/** What puts the modules together; no module imports it. */
const assembly = ['database', 'server', 'commands', 'tools', 'test'];

const foldersAfter = (group: string) => [...groups.slice(groups.indexOf(group) + 1), ...assembly.slice(0, -1)];

const upward = (group: string): Border => ({
  regex: `^(\\.\\./)+(${foldersAfter(group).join('|')})/`,
  message: `${group} comes before these; see api/README.md for the order of the groups.`,
});

// oxlint knows no lookahead, hence the long way to say "anything but index.".
const notIndex = '(?:[^i]|i[^n]|in[^d]|ind[^e]|inde[^x]|index[^.])';
const doorMessage =
  'A module is entered by its index.ts, so that what other modules do not rely on stays free to change.';
const rooms = groups.filter((group) => group !== 'core' && group !== 'rehearsals').join('|');
const doors: Border[] = [
  { regex: `(^|/)(${rooms})/[^./][^/]*/${notIndex}`, message: doorMessage },
  { regex: `(^|/)rehearsals/${notIndex}`, message: doorMessage },
];
/** From a file `depth` folders below its module, to a sibling of that module. */
const siblingDoor = (depth: number): Border => ({
  regex: `^${'\\.\\./'.repeat(depth + 1)}[^./][^/]*/${notIndex}`,
  message: doorMessage,
});

const apiKnowsSchema: Border = {
  group: ['@laurel/web', '@laurel/web/**', '@laurel/seeds', '@laurel/seeds/**', '**/web/src/**', '**/seeds/**'],
  message: 'api knows schema alone: web meets it in the SDL, and seeds come to it.',
};
const webKnowsSchema: Border = {
  group: ['@laurel/api', '@laurel/api/**', '@laurel/seeds', '@laurel/seeds/**', '**/api/**', '**/seeds/**'],
  message: 'web meets the api in the SDL, as strangers would.',
};
const featuresApart = (regex: string): Border => ({
  regex,
  message: 'Features meet in routes: a feature that imports another can no longer be deleted alone.',
});
const routesCompose: Border = {
  regex: '(^|/)(routes|app)/',
  message: 'Routes compose features, not the other way round.',
};

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'node', 'react'],
  env: { es2024: true, node: true },
  categories: { correctness: 'error', suspicious: 'error' },
  ignorePatterns: ['**/dist/**', '**/src/gql/**', '**/.output/**', '**/coverage/**', 'web/public/**'],
  rules: {
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    'typescript/await-thenable': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/only-throw-error': 'error',
    'typescript/return-await': ['error', 'error-handling-correctness-only'],
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'typescript/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    'typescript/no-unsafe-type-assertion': 'off',
    'eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' }],
    'eslint/eqeqeq': ['error', 'always', { null: 'ignore' }],
    'eslint/no-var': 'error',
    'eslint/prefer-const': 'error',
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'import/no-unassigned-import': 'off',
    'import/no-named-as-default': 'off',
    'import/no-named-as-default-member': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'typescript/no-unsafe-enum-comparison': 'off',
    'eslint/no-underscore-dangle': 'off',
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    'react/react-in-jsx-scope': 'off',
    // Advice for React's compiler, which is not used here.
    'react/refs': 'off',
    'react/immutability': 'off',
    'react/set-state-in-effect': 'off',
    'react/exhaustive-effect-dependencies': 'off',
    'typescript/consistent-return': 'off',
  },
  overrides: [
    {
      files: ['schema/**'],
      rules: borders({
        group: ['@laurel/*', '**/api/**', '**/web/**', '**/seeds/**'],
        message: 'schema is what the others agree on: it knows none of them.',
      }),
    },
    {
      // The server itself needs of some modules what no other module may use.
      files: ['api/**/*.ts'],
      excludeFiles: [
        'api/src/server/*.ts',
        'api/src/test/http.test.ts',
        'api/src/test/server.ts',
        'api/src/test/raw-gate.ts',
      ],
      rules: borders(apiKnowsSchema, ...doors),
    },
    ...groups.flatMap((group) =>
      [0, 1, 2].map((depth) => ({
        files: [`api/src/${group}/*/${'*/'.repeat(depth)}*.ts`],
        excludeFiles: ['**/*.test.ts'],
        rules: borders(
          apiKnowsSchema,
          ...doors,
          upward(group),
          ...(group === 'core' || group === 'rehearsals' ? [] : [siblingDoor(depth)]),
        ),
      })),
    ),
    ...['core', 'rehearsals'].map((group) => ({
      files: [`api/src/${group}/*.ts`],
      excludeFiles: ['**/*.test.ts'],
      rules: borders(apiKnowsSchema, ...doors, upward(group)),
    })),
    {
      files: ['api/src/**/*.ts'],
      excludeFiles: ['api/src/server/env.ts', 'api/src/core/inherited-environment.ts'],
      rules: { 'node/no-process-env': 'error' },
    },
    // There is no React in the api, so a name that starts with "use" is no hook.
    { files: ['api/**'], rules: { 'react/rules-of-hooks': 'off' } },
    {
      files: ['seeds/**'],
      rules: borders({
        group: ['**/api/**', '@laurel/web', '@laurel/web/**', '**/web/**'],
        message: 'seeds enter the api by its door, @laurel/api, so that they pass through its use cases.',
      }),
    },
    { files: ['web/**'], rules: borders(webKnowsSchema) },
    {
      files: ['web/src/features/*/*'],
      rules: borders(webKnowsSchema, featuresApart('(^\\.\\./[^./]|(^|/)features/)'), routesCompose),
    },
    {
      files: ['web/src/features/*/*/**'],
      rules: borders(webKnowsSchema, featuresApart('(^\\.\\./\\.\\./[^./]|(^|/)features/)'), routesCompose),
    },
    {
      files: ['web/src/forms/**'],
      rules: borders(webKnowsSchema, {
        regex: '(^|/)(features|routes|app)/',
        message: 'forms is what features and routes stand on: it knows none of them.',
      }),
    },
    {
      files: ['web/src/ui/**'],
      rules: borders(
        webKnowsSchema,
        {
          regex: '(^|/)(features|routes|app|forms|gql|apollo)/',
          message: 'ui is drawn without data: no features, no GraphQL.',
        },
        { group: ['@apollo/*', '@apollo/client/**', 'graphql'], message: 'ui is drawn without data.' },
      ),
    },
    // The browser tests start the whole of Laurel and may use what api tests itself with.
    { files: ['web/e2e/**'], rules: { 'no-restricted-imports': 'off' } },
    {
      files: ['**/*.test.ts', '**/*.test.tsx', '**/e2e/**', '**/test/**'],
      rules: { 'typescript/unbound-method': 'off' },
    },
  ],
});
