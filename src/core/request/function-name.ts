/** The functions and classes that a site stands in, outermost first, of its symbol (`Desk.answer.lambda`): those that have a name. */
export function namesAround(symbol: string): readonly string[] {
  return symbol.split('.').filter(name => name !== 'lambda' && name !== '');
}

/** How a site's function is shown; empty where it has no name. */
export function functionName({ symbol }: { readonly symbol: string }): string {
  return namesAround(symbol).join('.');
}
