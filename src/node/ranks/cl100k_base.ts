import tables from 'js-tiktoken/ranks/cl100k_base';

/** Bundled by itself, so that the two megabytes are read only when a model needs them. */
export { tables };
