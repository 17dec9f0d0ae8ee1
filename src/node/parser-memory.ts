import os from 'node:os';

/** What the parser's runtime puts on the object that it is started with. */
interface Runtime {
  /** The parser's memory; another view of it once it has grown. */
  HEAP32: Int32Array;
  setValue(address: number, value: number, type: string): void;
  getValue(address: number, type: string): number;
}

/**
 * Whatever is asked of a node, the library writes the node's five numbers into the parser's memory, and reads five back for each node of
 * the answer: millions in a scan. Its functions for that find the type by its name each time; here whole numbers take the short way.
 */
export function shortenMemoryAccess(runtime: object): void {
  // The parser's memory begins with the lowest byte on every machine.
  if (os.endianness() !== 'LE' || !isRuntime(runtime)) return;
  const { setValue, getValue } = runtime;
  runtime.setValue = (address, value, type) => {
    if (type === 'i32') runtime.HEAP32[address >> 2] = value;
    else setValue(address, value, type);
  };
  runtime.getValue = (address, type) => (type === 'i32' ? (runtime.HEAP32[address >> 2] ?? 0) : getValue(address, type));
}

function isRuntime(runtime: object): runtime is Runtime {
  const { HEAP32, setValue, getValue } = runtime as Partial<Runtime>;
  return HEAP32 instanceof Int32Array && typeof setValue === 'function' && typeof getValue === 'function';
}
