import type { CodeSummary, Scope } from '../source/summary';
import { callsThat, type Evaluation } from './evaluation';
import { labelOf } from './labels';

/** Decorators of a command that a person types: `@click.command()`, `@app.command()`. */
const COMMAND = /(?:^|\.)command$/;
/** What asks the person who started the program. */
const ASKS =
  /^(?:input|raw_input|prompt|confirm)$|(?:^|\.)(?:click|typer|Prompt|Confirm|IntPrompt|inquirer|questionary|clack|prompts)\.(?:prompt|ask|confirm|select|text)$|\.question$|prompt_async$|(?:^|[._])[sS]ession\.prompt$|(?:^|\.)Console\.Read(?:Line|Key)$|(?:^|\.)fmt\.Scan(?:ln|f)?$/;

/** Whether a function is decorated as a command of a command line. */
export function isCommand({ decorators }: Scope): boolean {
  return decorators.some(each => COMMAND.test(labelOf(each).replace(/\(\)$/, '')));
}

/** Whether a program talks with the person who started it: then somebody sits there and waits. */
export function asksPerson(evaluation: Evaluation, summary: CodeSummary): boolean {
  return (
    callsThat(evaluation, summary, 'what asks a person', ({ call }) => ASKS.test(labelOf(call.callee).replaceAll('()', ''))).length > 0
  );
}
