import { madeText } from '../source/made-values';
import type { Argument, Call, Value } from '../source/values';
import { resourceText } from './application-settings';
import { positional } from './arguments';
import { choose } from './choose';
import type { Evaluation } from './evaluation';
import { readByFunction } from './file-texts';
import { plainText } from './plain-values';

/** Functions of Java's libraries that read a file. Undefined: not one of them, or the file is not known. */
export function javaFile(evaluation: Evaluation, path: string, call: Call, args: readonly Argument[]): Value | undefined {
  const [first, ...others] = positional(args).map(argument => argument.value);
  if (first === undefined) return undefined;
  switch (path) {
    case 'java.nio.file.Path.of':
    case 'java.nio.file.Paths.get': {
      const steps = [first, ...others].map(plainText);
      const [start, ...rest] = [first, ...others];
      if (steps.includes(undefined) || start === undefined) return undefined;
      const slash: Value = madeText('/', call.at);
      return rest.length === 0
        ? start
        : { kind: 'template', at: call.at, parts: [start, ...rest.flatMap(step => [slash, step])], literal: false };
    }
    case 'java.nio.file.Files.readString':
    case 'java.nio.file.Files.readAllBytes':
      return readByFunction(evaluation, 'fs.readFileSync', call, [{ value: first, at: first.at }]);
    case 'org.springframework.core.io.ClassPathResource':
    case 'com.google.common.io.Resources.getResource':
    case 'dev.langchain4j.data.document.loader.ClassPathDocumentLoader.loadDocument':
      return onClasspath(evaluation, first, call);
    case 'com.google.common.io.Resources.toString':
    case 'org.apache.commons.io.IOUtils.toString':
    case 'org.springframework.util.StreamUtils.copyToString':
    case 'org.springframework.util.FileCopyUtils.copyToString':
      return first.kind === 'text' || first.kind === 'choice' ? first : undefined;
    default:
      return undefined;
  }
}

/** `getClass().getResourceAsStream("/prompts/x.txt")`, and what reads it. */
export function javaResource(
  evaluation: Evaluation,
  object: Value,
  method: string,
  call: Call,
  args: readonly Argument[],
): Value | undefined {
  const [first] = positional(args).map(argument => argument.value);
  if (/^getResource(?:AsStream)?$/.test(method) && first !== undefined) return onClasspath(evaluation, first, call);
  if (object.kind !== 'text' || args.length > 1) return undefined;
  return /^(?:readAllBytes|readAllLines|getInputStream|openStream|toURI|getContentAsString|getContentAsByteArray)$/.test(method)
    ? object
    : undefined;
}

function onClasspath(evaluation: Evaluation, path: Value, call: Call): Value | undefined {
  if (path.kind === 'choice') {
    const all = path.options.flatMap(option => onClasspath(evaluation, option, call) ?? []);
    return all.length === path.options.length ? choose(call.at, all) : undefined;
  }
  const name = plainText(path);
  return name === undefined ? undefined : resourceText(evaluation, name, call.at.uri);
}
