/** Classes of `java.lang` that code uses by name (Java SE 21, https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/package-summary.html). */
export const JAVA_LANG: ReadonlySet<string> = new Set([
  ...['Object', 'String', 'CharSequence', 'StringBuilder', 'StringBuffer', 'Character', 'Boolean', 'Byte', 'Short', 'Integer', 'Long'],
  ...['Float', 'Double', 'Number', 'Void', 'Math', 'StrictMath', 'System', 'Runtime', 'Process', 'ProcessBuilder', 'Thread', 'ThreadLocal'],
  ...[
    'Runnable',
    'Iterable',
    'Comparable',
    'Cloneable',
    'AutoCloseable',
    'Appendable',
    'Readable',
    'Enum',
    'Record',
    'Class',
    'ClassLoader',
  ],
  ...['Module', 'Package', 'Throwable', 'Exception', 'RuntimeException', 'Error', 'IllegalArgumentException', 'IllegalStateException'],
  ...['NullPointerException', 'UnsupportedOperationException', 'InterruptedException', 'IndexOutOfBoundsException', 'ArithmeticException'],
  ...['ClassCastException', 'ClassNotFoundException', 'NumberFormatException', 'SecurityException', 'StackTraceElement', 'AssertionError'],
  ...['Override', 'Deprecated', 'SuppressWarnings', 'FunctionalInterface', 'SafeVarargs'],
]);

/** Packages whose classes say nothing of where a value comes from. */
export function isStandardPackage(packageName: string): boolean {
  return /^(?:java|javax|jakarta|kotlin|scala|lombok)(?:\.|$)/.test(packageName);
}
