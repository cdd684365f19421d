/**
 * Writes typed documents to src/gql from the committed contract and the
 * .graphql files beside the components.
 *
 * Every operation and fragment becomes a module of its own, so that a page
 * loads its own documents and not everybody's:
 *
 *   import { EntryPageDocument } from "../gql/EntryPage";
 *   import type { EntryStatus } from "../gql/types";
 */
import { globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { buildSchema, isAbstractType, parse } from 'graphql';

const root = import.meta.dirname;
const out = `${root}/src/gql/`;

const sdl = readFileSync(`${root}/../schema/schema.graphql`, 'utf8');
const schema = buildSchema(sdl);
const documents = globSync('src/**/*.graphql', { cwd: root })
  .toSorted()
  .map((location) => {
    const rawSDL = readFileSync(`${root}/${location}`, 'utf8');
    return { location, rawSDL, document: parse(rawSDL) };
  });

const sections = await preset.buildGeneratesSection({
  baseOutputDir: out,
  schema: parse(sdl),
  schemaAst: schema,
  documents,
  plugins: [],
  pluginMap: {},
  // Apollo masks at run time, so the generated helpers for it stay off.
  presetConfig: { fragmentMasking: false },
  config: {
    namingConvention: 'keep',
    useTypeImports: true,
    enumType: 'string-literal',
    scalars: {
      ID: 'string',
      DateTime: 'string',
      LocalDate: 'string',
      Decimal: 'string',
    },
    strictScalars: true,
    avoidOptionals: { field: true, inputValue: false },
    nonOptionalTypename: true,
    skipTypeNameForRoot: true,
    inlineFragmentTypes: 'mask',
    customDirectives: { apolloUnmask: true },
  },
});

const section = sections.find((one) => one.filename.endsWith('/graphql.ts'));
if (!section) throw new Error('The preset no longer writes graphql.ts');
const generated = await codegen({ ...section, schema: parse(sdl), schemaAst: schema });

/** Document constants are written one a line; everything else is types. */
const constant = /^export const (\w+?)(FragmentDoc|Document) = /;
const types: string[] = [];
const modules = new Map<string, string>();
for (const line of generated.split('\n')) {
  const name = constant.exec(line)?.[1];
  if (!name) {
    // The types name no document, and an import that is not used is an error.
    if (line.startsWith('import ')) continue;
    types.push(line);
    continue;
  }
  // Fragments take no variables, and their type says `unknown` there.
  const used = [...new Set(line.match(/DocumentNode<(\w+), (\w+)>;$/)?.slice(1))].filter((type) => type !== 'unknown');
  modules.set(
    name,
    [
      'import type { TypedDocumentNode as DocumentNode } from "@graphql-typed-document-node/core";',
      `import type { ${used.join(', ')} } from "./types";`,
      `export type * from "./types";`,
      line,
      '',
    ].join('\n'),
  );
}

const possibleTypes = Object.fromEntries(
  Object.values(schema.getTypeMap())
    .filter(isAbstractType)
    .map((type) => [type.name, schema.getPossibleTypes(type).map((one) => one.name)]),
);

const files = new Map([...modules].map(([name, text]) => [`${name}.ts`, text]));
files.set('types.ts', types.join('\n'));
files.set(
  'possibleTypes.ts',
  `export const possibleTypes: Record<string, string[]> = ${JSON.stringify(possibleTypes, null, 2)};\n`,
);

// Only what changed is written, so that a running dev server or test sees no gap.
mkdirSync(out, { recursive: true });
const before = new Set(readdirSync(out));
for (const [name, text] of files) {
  if (!before.has(name) || readFileSync(out + name, 'utf8') !== text) writeFileSync(out + name, text);
}
for (const name of before) if (!files.has(name)) rmSync(out + name);
