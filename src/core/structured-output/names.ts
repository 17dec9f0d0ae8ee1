/** Variables that say nothing of what they hold. */
const VAGUE =
  /^(?:data|result|results|parsed|output|obj|object|json|answer|response|res|content|value|ret|r|d|x|payload|reply|json_data|parsed_data)$/i;

/** `Invoice` for a variable `invoice`, `ExtractInvoiceAnswer` for the function `extract_invoice`, else `Answer`; one that nothing in the file has. */
export function answerName(variable: string | undefined, symbol: string, isTaken: (name: string) => boolean): string {
  const own = variable !== undefined && !VAGUE.test(variable) ? variable : undefined;
  const inFunction = symbol.slice(symbol.lastIndexOf('.') + 1);
  const base = own === undefined ? `${inFunction === 'lambda' ? '' : capitalized(inFunction)}Answer` : capitalized(own);
  let name = base;
  for (let count = 2; isTaken(name); count++) name = `${base}${count}`;
  return name;
}

function capitalized(name: string): string {
  return name.replace(/(?:^|[_$-]+)([\p{L}\p{N}]?)/gu, (_, letter: string) => letter.toUpperCase());
}

/** `ExtractInvoiceAnswer` as APIs want a schema called. */
export function schemaName(name: string): string {
  return name
    .replace(/Schema$/, '')
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_')
    .toLowerCase()
    .slice(0, 64);
}
