/** How a call's type arguments are named among its arguments, as the adapter lowers them: `Get<T>()` has one. */
export const TYPE_ARGUMENT = '<T>';
