/** The mark that Go's tools agree on, and the names of what protobuf's write. */
const MARK = /^\/\/ (?:Code generated .* DO NOT EDIT\.?|.*@generated\b.*)$/m;
const NAME = /(?:\.pb|\.pb\.gw|_grpc\.pb)\.go$/;
/** The mark stands at the head. */
const HEAD = 3_000;

/** Whether a tool has written a file: nobody edits its calls. */
export function isGenerated(uri: string, text: string): boolean {
  return NAME.test(uri) || MARK.test(text.slice(0, HEAD));
}

export const GENERATED = 'A tool has written this file, so its calls were not read.';
