/** Types of .NET and ASP.NET that every other file names: they are not looked for in the project. */
export const PREDECLARED: ReadonlySet<string> = new Set(
  [
    'String Object Boolean Int32 Int64 Double Decimal DateTime DateTimeOffset DateOnly TimeOnly TimeSpan Guid Uri Random Math Convert Array Enum Type',
    'Console Environment Exception ArgumentException ArgumentNullException InvalidOperationException NotSupportedException NotImplementedException',
    'OperationCanceledException TaskCanceledException TimeoutException HttpRequestException JsonException Action Func Predicate Lazy Nullable Tuple',
    'Task ValueTask CancellationToken CancellationTokenSource Thread Interlocked SemaphoreSlim Parallel Stopwatch Timer List Dictionary HashSet Queue',
    'Stack IEnumerable IList ICollection IReadOnlyList IReadOnlyCollection IReadOnlyDictionary IDictionary IAsyncEnumerable IEnumerator KeyValuePair',
    'ConcurrentDictionary ConcurrentBag ConcurrentQueue Enumerable StringBuilder StringComparison StringSplitOptions Encoding Regex File Path Directory',
    'Stream MemoryStream FileStream StreamReader StreamWriter HttpClient HttpRequestMessage HttpResponseMessage HttpContent StringContent HttpMethod',
    'JsonSerializer JsonSerializerOptions JsonDocument JsonElement JsonNode JsonObject JsonArray JsonPropertyName JsonIgnore BinaryData Activity Debug',
    'ILogger ILoggerFactory LoggerFactory IConfiguration IConfigurationRoot ConfigurationBuilder IServiceCollection ServiceCollection IServiceProvider',
    'ServiceProvider IOptions IOptionsSnapshot IOptionsMonitor IHost IHostBuilder Host IHttpClientFactory IMemoryCache IDistributedCache IWebHostEnvironment',
    'WebApplication WebApplicationBuilder HttpContext HttpRequest HttpResponse IActionResult ActionResult ControllerBase Controller Results IResult',
    'ApiController Route HttpGet HttpPost HttpPut HttpDelete FromBody FromQuery FromServices FromRoute Authorize AllowAnonymous IFormFile Required',
    'Fact Theory InlineData Test TestMethod TestClass TestFixture SetUp Assert Mock IDisposable IAsyncDisposable Attribute Description Obsolete',
    'ApiKeyCredential AzureKeyCredential DefaultAzureCredential TokenCredential Directory AppContext AppDomain Assembly Span ReadOnlySpan Memory',
  ].flatMap(line => line.split(' ')),
);
