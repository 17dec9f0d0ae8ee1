import { argumentIn, FREE } from '../handed';
import type { Maker, MethodMaker } from '../sdk';
import type { SdkCall, SdkObject } from '../sdk-call';

/** Packages of vector stores alone. */
export const STORE_PACKAGES: readonly string[] = [
  ...['langchain_chroma', 'langchain_pinecone', 'langchain_qdrant', 'langchain_postgres', 'langchain_milvus', 'langchain_mongodb'],
  ...['langchain_weaviate', 'langchain_elasticsearch', 'langchain_redis', 'langchain_astradb', 'langchain_neo4j', 'langchain_cassandra'],
  ...[
    '@langchain/pinecone',
    '@langchain/qdrant',
    '@langchain/weaviate',
    '@langchain/mongodb',
    '@langchain/redis',
    '@langchain/azure-cosmosdb',
  ],
];

const STORES = [
  ...['Chroma', 'FAISS', 'InMemoryVectorStore', 'DocArrayInMemorySearch', 'LanceDB', 'Annoy', 'Pinecone', 'PineconeVectorStore', 'Qdrant'],
  ...['QdrantVectorStore', 'PGVector', 'Milvus', 'Weaviate', 'WeaviateVectorStore', 'ElasticsearchStore', 'ElasticVectorSearch', 'Redis'],
  ...['RedisVectorStore', 'MongoDBAtlasVectorSearch', 'AstraDB', 'AstraDBVectorStore', 'AzureSearch', 'OpenSearchVectorSearch', 'DeepLake'],
  ...['Neo4jVector', 'Neo4jVectorStore', 'Cassandra', 'CassandraStore', 'Clickhouse', 'ClickHouseStore', 'SKLearnVectorStore', 'USearch'],
  ...['AzureCosmosDBNoSQLVectorStore', 'AzureCosmosDBMongoDBVectorStore', 'AzureAISearchVectorStore', 'AzureCosmosDBVectorSearch'],
  ...['OpenSearchVectorStore', 'CloudflareVectorizeStore', 'LibSQLVectorStore', 'UpstashVectorStore', 'WeaviateStore', 'TiDBVectorStore'],
  ...['SupabaseVectorStore', 'MemoryVectorStore', 'HNSWLib', 'FaissStore', 'PineconeStore', 'PGVectorStore'],
];
const MADE_OF = ['from_documents', 'from_texts', 'afrom_documents', 'afrom_texts', 'fromDocuments', 'fromTexts'];

/** `Chroma.from_documents(documents, embeddings)`: what is put into a store of vectors is embedded then and there. */
export const STORING: readonly { readonly path: string; readonly positional: readonly string[] }[] = STORES.flatMap(store => {
  return MADE_OF.map(made => ({
    path: `${store}.${made}`,
    positional: made === 'fromTexts' ? ['texts', 'metadatas', 'embedding'] : ['texts', 'embedding'],
  }));
});

const EMBEDDINGS = ['embedding', 'embeddings', 'embedding_function'];
/** Of a store that is there already; what names it stands first in Python, what embeds in JavaScript. */
const OPENED_BY = ['from_existing_index', 'from_existing_collection', 'load_local', 'fromExistingIndex', 'fromExistingCollection', 'load'];

function maker(positional: readonly string[]): Maker {
  return { makes: 'store', positional, objects: EMBEDDINGS, gives: embedding };
}

/** A store that is handed nothing that embeds does it itself, on the machine that it runs on; what hands it over may be out of sight. */
function embedding(made: SdkObject): SdkObject {
  const [own] = made.layers;
  const handed = own && EMBEDDINGS.flatMap(name => argumentIn(own, name) ?? []).filter(({ kind }) => kind !== 'text');
  if (handed === undefined || handed.length === 0) return { ...made, kind: FREE };
  return handed.some(({ kind }) => kind === 'call' || kind === 'choice') ? made : { ...made, unseen: true };
}

/** `Chroma(collection, embedding_function=embeddings)`, and what `from_documents` gives. */
export const STORE_MAKERS: Readonly<Record<string, Maker>> = Object.fromEntries([
  ...STORES.map(store => [store, maker(['embedding', 'embeddings'])] as const),
  ...STORING.map(({ path, positional }) => [path, maker(positional)] as const),
  ...STORES.flatMap(store => OPENED_BY.map(opened => [`${store}.${opened}`, maker(['embedding', 'embeddings'])] as const)),
]);

/** `store.as_retriever(search_kwargs={"k": 4})` searches the store for what it is asked. */
export const RETRIEVERS: readonly MethodMaker[] = ['as_retriever', 'asRetriever'].map(path => ({
  ...{ on: 'store', path, makes: 'retriever' },
  // How much of what it finds it gives is no part of what it sends.
  gives: made => [{ ...made, layers: made.layers.slice(0, -1) }],
}));
/** Around a retriever, without a model that embeds of its own. */
export const AROUND_RETRIEVERS: Readonly<Record<string, Maker>> = {
  ContextualCompressionRetriever: { wraps: 'base_retriever' },
};

const RETRIEVING = [
  ...['invoke', 'ainvoke', 'batch', 'abatch', 'stream', 'astream'],
  ...['get_relevant_documents', 'aget_relevant_documents', 'getRelevantDocuments', '_getRelevantDocuments'],
];

const SEARCHING = [
  ...['similarity_search', 'similarity_search_with_score', 'similarity_search_with_relevance_scores', 'max_marginal_relevance_search'],
  ...['asimilarity_search', 'asimilarity_search_with_score', 'asimilarity_search_with_relevance_scores'],
  ...['amax_marginal_relevance_search', 'similaritySearch', 'similaritySearchWithScore', 'maxMarginalRelevanceSearch'],
];

/** What is searched for is embedded as what is added is: by what, and where in the call that stands. */
export const OF_STORES: readonly { readonly on: string; readonly path: string; readonly messages: readonly string[] }[] = [
  ...SEARCHING.map(path => ({ on: 'store', path, messages: ['query'] })),
  ...['add_documents', 'aadd_documents', 'addDocuments'].map(path => ({ on: 'store', path, messages: ['documents'] })),
  ...['add_texts', 'aadd_texts'].map(path => ({ on: 'store', path, messages: ['texts'] })),
  ...RETRIEVING.map(path => ({ on: 'retriever', path, messages: ['input', 'inputs', 'query'] })),
];

/** Of what a store is asked the text is embedded; how much of what it finds it gives is no part of that. */
export function embedded(call: SdkCall): SdkCall {
  const { layers } = call.object;
  const own = layers[layers.length - 1];
  if (own === undefined) return call;
  const args = own.args.filter(({ name }, index) => (name === undefined ? index === 0 : call.shape.messages.includes(name)));
  return { ...call, object: { ...call.object, layers: [...layers.slice(0, -1), { ...own, args }] } };
}
