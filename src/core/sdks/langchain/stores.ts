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
