import type { Argument, Value, ValueOf } from '../source/values';
import { parsedArguments } from './command-line';
import { parsedOptions } from './command-options';
import { editorSetting } from './editor-settings';
import { readFromEnvironment } from './environment-readers';
import type { Context, Evaluation } from './evaluation';
import { iniOption } from './ini-settings';
import { keptSetting } from './kept-settings';
import { parsedBySchema } from './schemas';

/** What a method gives of an object of a package that reads: of a command line, of data by a schema, of settings. */
export function readByReader(
  evaluation: Evaluation,
  object: ValueOf<'call'>,
  method: string,
  args: readonly Argument[],
  call: ValueOf<'call'>,
  context: Context,
): Value | undefined {
  return (
    parsedArguments(evaluation, object, method, call, context) ??
    parsedOptions(evaluation, object, method, call.at, context) ??
    parsedBySchema(evaluation, object, method, call, args, context) ??
    editorSetting(evaluation, object, method, args, call) ??
    readFromEnvironment(object, method, args, call) ??
    keptSetting(object, method, args, call) ??
    iniOption(evaluation, object, method, args, call)
  );
}
