import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** Something a person can put right: shown as a sentence, without a stack trace. */
export class Failure extends Error {
  constructor(sentence, exitCode = 1) {
    super(sentence);
    this.exitCode = exitCode;
  }
}

/** What a program run by us said and how it ended. */
export class ProgramFailure extends Error {
  constructor(output, code, signal) {
    super(`exit code ${code ?? signal}`);
    Object.assign(this, { output, code, signal });
  }
}

const onTerminal = process.stderr.isTTY;
export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** What goes on at the moment, and since when; several programs may run side by side. */
const running = new Map();
const clear = () => onTerminal && process.stderr.write('\r\u001B[K');

function show() {
  const all = [...running.values()].map(({ doing, began }) => `${doing} ${seconds(began)}`).join(' · ');
  clear();
  process.stderr.write(`… ${all}`.slice(0, (process.stderr.columns || 80) - 1));
}

/**
 * Runs a program and keeps what it says to itself, while one line on stderr tells what goes on and for how long;
 * where that is no terminal, a line now and then. `done` turns the output into the words that remain; `signal` ends
 * the program because nobody wants it any more.
 */
export async function quietly(doing, { file, args, cwd = root, env = {}, signal }, done = () => doing) {
  const began = performance.now();
  const me = Symbol(doing);
  running.set(me, { doing, began });
  if (onTerminal) show();
  else process.stderr.write(`… ${doing}\n`);
  const tell = () => process.stderr.write(`… ${doing}, ${seconds(began)} so far\n`);
  const ticker = setInterval(onTerminal ? show : tell, onTerminal ? 200 : 30_000);
  try {
    const output = await collect(file, args, { cwd, env: { ...process.env, ...env } }, signal);
    clear();
    process.stderr.write(`✓ ${done(output)}, ${seconds(began)}\n`);
    return output;
  } catch (error) {
    clear();
    process.stderr.write(`${signal?.aborted ? '–' : '✗'} ${doing}, ${seconds(began)}\n`);
    throw error;
  } finally {
    running.delete(me);
    clearInterval(ticker);
  }
}

function collect(file, args, options, signal) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const stop = () => {
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
    };
    signal?.addEventListener('abort', stop, { once: true });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    const forget = forwardSignals(child);
    child.once('error', (error) => (forget(), reject(error)));
    child.once('close', (code, endedBy) => {
      forget();
      signal?.removeEventListener('abort', stop);
      if (code === 0) resolve(output);
      else reject(new ProgramFailure(output, code, endedBy));
    });
  });
}

/**
 * Hands signals on and stays, so that the child's own end decides. A Ctrl-C in a terminal reaches the child twice
 * that way, which `serve` counts as one. Returns how to stop.
 */
export function forwardSignals(...children) {
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const handlers = names.map((name) => () => children.forEach((child) => child.kill(name)));
  names.forEach((name, index) => process.on(name, handlers[index]));
  return () => names.forEach((name, index) => process.off(name, handlers[index]));
}

/** Ends the program the way every entry of ours does: one sentence and an exit code. */
export function end(error) {
  if (error instanceof ProgramFailure && (error.signal === 'SIGINT' || error.code === 130)) process.exit(130);
  if (error instanceof ProgramFailure && error.output.trim()) process.stderr.write(`${error.output.trim()}\n`);
  process.stderr.write(`laurel: ${error.message}\n`);
  process.exit(error.exitCode ?? 1);
}
