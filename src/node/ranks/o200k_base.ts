import tables from 'js-tiktoken/ranks/o200k_base';

/** Bundled by itself, so that the two megabytes are read only when a model needs them. */
export { tables };
