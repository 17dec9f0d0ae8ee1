import { createGrammars, type Grammars } from '../../src/node/grammars';

/** Starts the runtime of the grammars only when a test asks for one: two that start at once, as files of tests are read, replace each other. */
export function grammarsWhenAsked(): Grammars {
  let made: Grammars | undefined;
  return name => {
    made ??= createGrammars();
    return made(name);
  };
}
