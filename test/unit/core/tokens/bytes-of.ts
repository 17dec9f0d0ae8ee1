/** Bytes with the three behind them that reads of whole words may touch, set so that they would be noticed. */
export function bytesOf(binary: string): DataView {
  const bytes = Buffer.alloc(binary.length + 3, 0xaa);
  bytes.write(binary, 'latin1');
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
