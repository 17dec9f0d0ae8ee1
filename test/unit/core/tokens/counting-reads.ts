/** The same array, which tells how often one of its elements was read. */
export function countingReads<T extends Uint8Array | Float64Array>(array: T): { readonly array: T; reads(): number } {
  let reads = 0;
  const proxy = new Proxy(array, {
    get: (target, key) => {
      reads++;
      return Reflect.get(target, key);
    },
    set: (target, key, value) => Reflect.set(target, key, value),
  });
  return { array: proxy, reads: () => reads };
}
