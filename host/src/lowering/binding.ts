import type { Guest } from '../api/guest.ts';
import type { CallMeter } from '../call-meter.ts';
import { isPreview } from '../preview-version.ts';
import { Context } from './context.ts';
import { type CoreImports, type CoreInstance, type CoreModule, webAssembly } from './core-module.ts';
import { errorsV2 } from './error-form.ts';
import { type HookExports, hookExports } from './exports.ts';
import { hookExportsV2 } from './exports-v2.ts';
import { type CoreMemory, GuestMemory, type Realloc } from './memory.ts';
import { meteredImports } from './metered.ts';
import { type ComponentFacts, isImported, type Plan, planOf } from './plan.ts';
import { selfTest } from './self-test.ts';
import { type CoreFunctions, coreImportsV1 } from './v1.ts';
import { coreImportsV2 } from './v2.ts';
import { isWasiStub, wasiStub } from './wasi.ts';

/**
 * One component whose calls from and to `gadget:api` go past jco's glue: jco links the core modules, and where it
 * instantiates them the imports are replaced by functions of this host that speak the canonical ABI.
 */
export class DirectBinding {
  private readonly cx: Context;
  /** The side of the preview, where the component imports or exports it. */
  private readonly preview: Context | undefined;
  private readonly facts: ComponentFacts;
  private readonly plan: Plan;
  private readonly answers: Readonly<Record<string, CoreFunctions>>;
  private hooks: HookExports | undefined;

  private constructor(
    cx: Context,
    preview: Context | undefined,
    facts: ComponentFacts,
    plan: Plan,
    answers: Readonly<Record<string, CoreFunctions>>,
  ) {
    this.cx = cx;
    this.preview = preview;
    this.facts = facts;
    this.plan = plan;
    this.answers = answers;
  }

  /** A binding for one instance, or why this component needs the reference glue. `meter` measures its imports. */
  static of(guest: Guest, facts: ComponentFacts, meter?: CallMeter): DirectBinding | string {
    const cx = new Context(guest);
    const { imports, exports } = facts.negotiated;
    const needsPreview = [...imports, ...exports].some(({ offered }) => isPreview(offered));
    const preview = needsPreview ? new Context(guest, errorsV2, cx) : undefined;
    const answers = { ...coreImportsV1(cx), ...(preview !== undefined && coreImportsV2(preview)) };
    const plan = planOf(facts, answers);
    if (typeof plan === 'string') return plan;
    const fault = selfTest(cx, answers);
    if (fault !== undefined) return fault;
    const given = meter === undefined ? answers : meteredImports(cx, answers, meter);
    return new DirectBinding(cx, preview, facts, plan, given);
  }

  /** What jco's `instantiate` takes as its third argument. */
  readonly instantiateCore = (module: CoreModule, imports: CoreImports): CoreInstance => {
    if (module === this.plan.main) return this.instantiateMain(module, imports);
    if (this.plan.stubbed.has(module)) return this.instantiateStubbed(module, imports);
    return new webAssembly.Instance(module, imports);
  };

  /** The hooks of the instance, by interface; after it was instantiated. */
  get exports(): HookExports {
    if (this.hooks === undefined) throw new Error('the core module of the gadget was not instantiated');
    return this.hooks;
  }

  private instantiateMain(module: CoreModule, imports: CoreImports): CoreInstance {
    const { cx, facts } = this;
    const given = this.withStubs(module, imports, cx.memory);
    for (const { need, offered } of facts.negotiated.imports) given[need] = { ...this.answers[offered] };
    const instance = new webAssembly.Instance(module, given);
    cx.memory.bind(memoryOf(instance, imports), instance.exports['cabi_realloc'] as Realloc | undefined);
    const { exports } = facts.negotiated;
    const ofPreview = exports.filter(({ offered }) => isPreview(offered));
    this.hooks = {
      ...hookExports(
        cx,
        instance.exports,
        exports.filter((match) => !ofPreview.includes(match)),
      ),
      ...(this.preview !== undefined && hookExportsV2(this.preview, instance.exports, ofPreview)),
    };
    return instance;
  }

  private instantiateStubbed(module: CoreModule, imports: CoreImports): CoreInstance {
    const memory = new GuestMemory(this.cx.state);
    const instance = new webAssembly.Instance(module, this.withStubs(module, imports, memory));
    memory.bind(memoryOf(instance, imports), undefined);
    return instance;
  }

  private withStubs(module: CoreModule, imports: CoreImports, memory: GuestMemory): CoreImports {
    const given: CoreImports = { ...imports };
    if (!this.plan.stubbed.has(module)) return given;
    for (const item of webAssembly.Module.imports(module)) {
      if (!isWasiStub(item) || isImported(this.facts, item.module)) continue;
      given[item.module] = { ...given[item.module], [item.name]: wasiStub(this.cx, memory, item) };
    }
    return given;
  }
}

function memoryOf(instance: CoreInstance, imports: CoreImports): CoreMemory {
  return (instance.exports['memory'] ?? imports['env']?.['memory']) as CoreMemory;
}
