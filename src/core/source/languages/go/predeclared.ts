/** What a `//go:embed` comment makes of a variable: the file's text, or a file system of the files. */
export const EMBEDDED_TEXT = 'go:embed';
export const EMBEDDED_FILES = 'go:embed.FS';

/** What Go itself declares, so that nobody looks for it in the files of the package. */
export const PREDECLARED: ReadonlySet<string> = new Set(
  `any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16 uint32 uint64
  uintptr true false iota nil append cap clear close complex copy delete imag len make max min new panic print println real recover _`
    .split(/\s+/)
    .concat(EMBEDDED_TEXT, EMBEDDED_FILES, ''),
);
