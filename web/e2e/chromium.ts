import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import sparticuz from '@sparticuz/chromium';

const require = createRequire(import.meta.url);
const modules = resolve(import.meta.dirname, '../../node_modules');

/** How to launch the Chromium that comes as a package, or the browser named by LAUREL_CHROMIUM. */
export async function chromiumOptions() {
  const executablePath = process.env.LAUREL_CHROMIUM ?? (await unpacked());
  return {
    executablePath,
    // Without a sandbox, since a container seldom allows one; the tests open nothing but Laurel.
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
    env: { ...process.env, FONTCONFIG_FILE: fontsFile() },
  };
}

/**
 * The package unpacks into the folder for temporary files and takes whatever browser it finds there, be it an older
 * one. A folder by version, put in place whole, keeps versions and simultaneous runs apart.
 */
async function unpacked(): Promise<string> {
  // The package does not export its package.json.
  const manifest = join(dirname(require.resolve('@sparticuz/chromium')), '../package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const folder = cacheFolder(`chromium-${version}`);
  if (!existsSync(join(folder, 'chromium'))) {
    const draft = mkdtempSync(`${folder}-`);
    const before = process.env.TMPDIR;
    process.env.TMPDIR = draft;
    try {
      await sparticuz.executablePath();
      rmSync(folder, { recursive: true, force: true });
      renameSync(draft, folder);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      // Another run was faster.
      if (!existsSync(join(folder, 'chromium'))) throw error;
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    }
  }
  return join(folder, 'chromium');
}

/** A bare machine has no Chinese font, and pages full of boxes measure otherwise than real ones. */
function fontsFile(): string {
  const fonts = join(modules, '@expo-google-fonts/noto-sans-sc');
  const weights = readdirSync(fonts).filter((name) => /^(400|500|600|700)/.test(name));
  const folder = cacheFolder('fonts');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
${weights.map((name) => `<dir>${join(fonts, name)}</dir>`).join('\n')}
<cachedir>${folder}</cachedir></fontconfig>`,
  );
  return file;
}

function cacheFolder(name: string): string {
  const caches = join(modules, '.cache');
  mkdirSync(caches, { recursive: true });
  return join(caches, `laurel-${name}`);
}
