import { spawn } from 'node:child_process';
import { repositoryRoot } from './repository';

export interface CommandResult {
  readonly exitCode: number;
  readonly seconds: number;
  /** What the command wrote to both streams; empty when it wrote straight to the terminal. */
  readonly output: string;
}

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** `capture` keeps the output for the caller, `show` lets it through as it comes. */
  readonly output: 'capture' | 'show';
  /** Standard input; none when left out, so that a program that would ask a question ends instead of waiting. */
  readonly input?: string;
}

/** Runs a program without a shell. A program that cannot be started rejects. */
export function runCommand(program: string, args: readonly string[], options: CommandOptions): Promise<CommandResult> {
  const started = performance.now();
  const streams = options.output === 'show' ? 'inherit' : 'pipe';
  const child = spawn(program, args, {
    cwd: options.cwd ?? repositoryRoot,
    env: { ...process.env, ...options.env },
    stdio: [options.input === undefined ? 'ignore' : 'pipe', streams, streams],
  });
  child.stdin?.end(options.input);
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      const output = Buffer.concat(chunks).toString('utf8');
      resolve({
        exitCode: code ?? 1,
        seconds: (performance.now() - started) / 1000,
        output: signal ? `${output}\nended by ${signal}` : output,
      });
    });
  });
}

/** Runs npm with the Node that runs this script, so that no other npm on the path is taken by chance. */
export function runNpm(args: readonly string[], options: CommandOptions): Promise<CommandResult> {
  const npmCli = process.env.npm_execpath;
  return npmCli?.endsWith('.js') ? runCommand(process.execPath, [npmCli, ...args], options) : runCommand('npm', args, options);
}
