import type { Span } from '../source/span';
import type { Argument, Call, Value } from '../source/values';
import { actionInput } from './action-inputs';
import { injected } from './application-settings';
import { positional } from './arguments';
import { choose } from './choose';
import { listFunction } from './collections';
import { optionsOfProgram } from './command-options';
import { dedent, dedentTag } from './dedent';
import { dotnetFunction } from './dotnet/functions';
import { dynaconfSettings } from './dynaconf-settings';
import { autoMember } from './enums';
import { asEntry, fromEnvironment } from './environment-entries';
import type { Context, Evaluation } from './evaluation';
import { fieldDefault } from './field-defaults';
import { fieldsAsTable } from './fields-as-table';
import { readByFunction } from './file-texts';
import { goFlag, goFunction } from './go-functions';
import { viperSetting } from './go-viper';
import { javaFunction } from './java-library';
import { javaFile } from './java-resources';
import { mapped } from './lists';
import { loadedModule, memberByName } from './loaded-by-name';
import { nodeConfig } from './node-config';
import { numberFunction } from './numbers';
import { omegaConf } from './omega-conf';
import { plainText } from './plain-values';
import { renderedByFunction } from './template-engines';
import { tested } from './tests';
import { isTypedDict } from './typed-dicts';
import { validatedEnvironment } from './validated-environment';
import { chosenByUser } from './widgets';

/** Functions of languages and libraries whose result can be said. Undefined: not one of them. */
export function knownFunction(
  evaluation: Evaluation,
  path: string,
  call: Call,
  args: readonly Argument[],
  context: Context,
): Value | undefined {
  const inOrder = positional(args).map(argument => argument.value);
  const [first, second] = inOrder;
  const { at } = call;
  switch (path) {
    case 'textwrap.dedent':
      return first === undefined ? undefined : dedent(first);
    case 'inspect.cleandoc':
    case 'dedent':
    case 'dedent.default':
    case 'dedent.dedent':
    case 'outdent':
    case 'outdent.default':
    case 'outdent.outdent':
    case 'endent.default':
    case 'common-tags.stripIndents':
    case 'common-tags.codeBlock':
    case 'ts-dedent.dedent':
    case 'ts-dedent.default':
    case 'common-tags.stripIndent':
      return first === undefined ? undefined : dedentTag(first);
    case 'os.getenv':
      return asEntry(evaluation, call, args, context) ?? fromEnvironment(call, args);
    case 'os.Getenv':
    case 'os.LookupEnv':
    case 'syscall.Getenv':
    case 'os.environ.get':
    case 'decouple.config':
    case 'global.Deno.env.get':
      return fromEnvironment(call, args);
    case 'global.str':
    case 'global.String':
    case 'global.list':
    case 'global.tuple':
    case 'copy.copy':
    case 'copy.deepcopy':
    case 'types.MappingProxyType':
    case 'global.structuredClone':
    case 'global.String.raw':
    case 'global.Object.freeze':
    case 'global.Promise.resolve':
    case 'global.Array.from':
    // What a coroutine gives, whoever waits for it.
    case 'asyncio.run':
    case 'asyncio.wait_for':
    case 'asyncio.create_task':
    case 'asyncio.ensure_future':
    // The same messages, as another package's objects.
    case 'langchain.adapters.openai.convert_openai_messages':
    case 'langchain_community.adapters.openai.convert_openai_messages':
      return first;
    case 'global.type':
      return (first?.kind === 'self' || first?.kind === 'instance') && inOrder.length === 1
        ? { kind: 'class', at: first.at, scope: first.scope }
        : undefined;
    case 'global.isinstance':
      return second === undefined || first === undefined
        ? undefined
        : tested(evaluation, { kind: 'test', at, test: 'instance', operands: [], label: 'isinstance()' }, [first, second]);
    case 'global.map':
      return first?.kind === 'function' && second !== undefined
        ? mapped(evaluation, second, first, call, context)
        : first?.kind === 'external' && first.path.join('.') === 'str'
          ? second
          : undefined;
    case 'global.vars':
      return fieldsAsTable(evaluation, first, 'all', at, context) ?? (first?.kind === 'record' ? first : undefined);
    case 'dataclasses.asdict':
    case 'attr.asdict':
    case 'attrs.asdict':
      return args.length === 1 ? fieldsAsTable(evaluation, first, 'declared', at, context) : undefined;
    case 'global.getattr':
      return memberByName(evaluation, inOrder, at, context);
    case 'typing.cast':
      return second;
    case 'enum.auto':
      return autoMember(evaluation, call);
    case 'global.dict':
    case 'types.SimpleNamespace':
    case 'argparse.Namespace':
    // Dictionaries whose keys are fields as well.
    case 'addict.Dict':
    case 'box.Box':
    case 'dotmap.DotMap':
    case 'easydict.EasyDict':
    case 'ml_collections.ConfigDict':
    case 'munch.Munch':
    case 'munch.munchify':
    case 'munch.DefaultMunch.fromDict':
    case 'munch.Munch.fromDict':
      return record(call, args);
    case 'global.Object.assign':
      return { kind: 'record', at, entries: inOrder.map(value => ({ value: { kind: 'spread', at: value.at, value }, at: value.at })) };
    // Of an empty one only its handler knows what it stands for.
    case 'global.Proxy':
      return first?.kind === 'record' && first.entries.length === 0 ? undefined : first;
    case 'global.Map':
      return first === undefined ? { kind: 'record', at, entries: [] } : table(first, at);
    // Its fields are appended to it one by one.
    case 'global.FormData':
    case 'form-data':
    case 'form-data.default':
    case 'undici.FormData':
    case 'formdata-node.FormData':
      return first === undefined ? { kind: 'record', at, entries: [] } : undefined;
    case 'importlib.import_module':
    case 'global.require':
      return loadedModule(evaluation, first, at);
    case 'global.import': {
      const module = first === undefined ? undefined : plainText(first);
      if (module === undefined) return undefined;
      return { kind: 'external', at, module: evaluation.moduleOf(module, at.uri) ?? module, path: [] };
    }
    case 'pydantic.Field':
    case 'pydantic.fields.Field':
    case 'pydantic.v1.Field':
    case 'llama_index.core.bridge.pydantic.Field':
    case 'dataclasses.field':
    case 'sqlmodel.Field':
    case 'attr.ib':
    case 'attrs.field':
    case 'fastapi.Query':
    case 'fastapi.Body':
    case 'typer.Argument':
    case 'typer.Option':
      return fieldDefault(evaluation, path === 'dataclasses.field' ? undefined : first, args, call, context);
    case 'pydantic.PrivateAttr':
    case 'pydantic.v1.PrivateAttr':
    case 'llama_index.core.bridge.pydantic.PrivateAttr':
      return fieldDefault(evaluation, first, args, call, context) ?? { kind: 'scalar', at, value: null };
    case 'fastapi.Depends':
      return first === undefined ? undefined : provided(evaluation, first, call, context);
    case 'langsmith.wrappers.wrap_openai':
    case 'langsmith.wrappers.wrap_anthropic':
    case 'langsmith/wrappers.wrapOpenAI':
    case 'langfuse.observeOpenAI':
    case 'braintrust.wrap_openai':
    case 'braintrust.wrapOpenAI':
    case 'braintrust.wrapAnthropic':
      return first;
    default:
      if (isTypedDict(path)) return record(call, args);
      return (
        injected(evaluation, path, args, at) ??
        javaFunction(path, call, args) ??
        javaFile(evaluation, path, call, args) ??
        dotnetFunction(path, args, at) ??
        goFunction(path, inOrder, at) ??
        goFlag(path, inOrder, at) ??
        viperSetting(evaluation, path, inOrder, at) ??
        dynaconfSettings(evaluation, path, args, at) ??
        listFunction(path, inOrder, at) ??
        readByFunction(evaluation, path, call, args) ??
        omegaConf(evaluation, path, call, args) ??
        validatedEnvironment(evaluation, path, call, args, context) ??
        chosenByUser(path, args, at) ??
        numberFunction(path, args, at) ??
        renderedByFunction(path, args, at) ??
        nodeConfig(evaluation, path, args, at) ??
        actionInput(evaluation, path, args, at) ??
        optionsOfProgram(evaluation, path, call, context)
      );
  }
}

/** What FastAPI passes: the result of the function, or what it hands out when it is a generator. */
function provided(evaluation: Evaluation, provider: Value, call: Call, context: Context): Value {
  const yields = provider.kind === 'function' ? evaluation.codeOf(provider.at.uri)?.scopes[provider.scope]?.yields : undefined;
  if (yields === undefined) return evaluation.evaluate({ ...call, callee: provider, args: [] }, context);
  return choose(
    call.at,
    yields.map(value => evaluation.evaluate(value, context)),
  );
}

function record(call: Call, args: readonly Argument[]): Value {
  const entries = args.map(argument => ({
    ...(argument.name === undefined ? {} : { key: argument.name }),
    value:
      argument.name === undefined && argument.value.kind !== 'spread'
        ? { kind: 'spread' as const, at: argument.at, value: argument.value }
        : argument.value,
    at: argument.at,
  }));
  return { kind: 'record', at: call.at, entries };
}

/** `new Map([['fast', 'gpt-5.4-nano']])` as a record. */
function table(pairs: Value, at: Span): Value | undefined {
  const items = pairs.kind === 'list' ? pairs.items : [undefined];
  const entries = items.flatMap(item => {
    const [key, value] = item?.kind === 'list' ? item.items : [];
    const name = key === undefined ? undefined : plainText(key);
    return name === undefined || value === undefined ? [] : [{ key: name, value, at: value.at }];
  });
  return entries.length === items.length ? { kind: 'record', at, entries } : undefined;
}
