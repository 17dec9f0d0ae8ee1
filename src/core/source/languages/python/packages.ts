/**
 * Top-level modules that are not the project's: Python's standard library, and packages that programs around language models use.
 * Names of the library that projects often give to files of their own (`code`, `secrets`, `test`, `token`) are left out.
 */
export const PACKAGES: ReadonlySet<string> = new Set(
  `
  __future__ abc argparse array ast asyncio atexit base64 bisect builtins bz2 calendar cmath codecs collections colorsys concurrent
  configparser contextlib contextvars copy copyreg csv ctypes curses dataclasses datetime dbm decimal difflib dis doctest email encodings
  enum errno faulthandler fcntl filecmp fnmatch fractions ftplib functools gc getopt getpass gettext glob graphlib grp gzip hashlib heapq
  hmac html http imaplib importlib inspect io ipaddress itertools json keyword linecache locale logging lzma mailbox marshal math
  mimetypes mmap multiprocessing netrc numbers operator os pathlib pdb pickle pkgutil plistlib poplib posixpath pprint pstats pty pwd
  pydoc queue random re readline reprlib resource runpy sched select selectors shelve shlex shutil signal site smtplib socket
  socketserver sqlite3 ssl stat statistics string stringprep struct subprocess symtable sys sysconfig syslog tarfile tempfile termios
  textwrap threading time timeit tkinter tokenize tomllib traceback tracemalloc tty turtle types typing unicodedata unittest urllib uuid
  venv warnings wave weakref webbrowser winreg wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo
  aiohttp aiofiles anthropic attr attrs azure bedrock boto3 botocore bs4 celery certifi chromadb click cohere crewai cv2 datasets django
  dotenv dspy faiss fastapi flask google gradio groq guidance httpx huggingface_hub instructor jinja2 jsonschema langchain
  langchain_anthropic langchain_community langchain_core langchain_google_genai langchain_openai langfuse langgraph langsmith litellm
  llama_index loguru lxml marvin matplotlib mistralai msgspec nltk numpy ollama openai opentelemetry orjson outlines PIL pandas pinecone
  playwright plotly psycopg psycopg2 pydantic pydantic_ai pydantic_settings pymongo pytest redis replicate requests rich scipy selenium
  semantic_kernel sentence_transformers sentry_sdk sklearn spacy sqlalchemy sqlmodel starlette streamlit structlog tenacity tensorflow
  tiktoken together tokenizers torch tqdm transformers typer typing_extensions ujson uvicorn vertexai vllm weaviate yaml
  `
    .trim()
    .split(/\s+/),
);
