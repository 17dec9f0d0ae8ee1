/** `${env:NAME}`, `${env:NAME:default}`, `${file:path}`: a value that is known only at run time. */
export function isReference(value: string): boolean {
  return value.startsWith('${') && value.endsWith('}');
}
