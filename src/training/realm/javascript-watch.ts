/**
 * Notices a run that reaches JavaScript: `js`, the interpreter's own objects, `ctypes`, a library of its own. Such a run
 * may leave anything behind (a replaced function, a property, a timer), so no other run may follow it in the same realm.
 *
 * All that Python and C can do to JavaScript goes through the functions that the interpreter imports. Those that a program
 * without JavaScript needs are free; of the others the first call is told, before it does anything.
 */
const { apply } = Reflect;
const hasOf = WeakSet.prototype.has;
const { assign } = Object;

type Import = (...values: unknown[]) => unknown;

/** What Python's memory, files, clocks, signals and exceptions need, and what passes values without looking into them. */
const FREE =
  /^(invoke_.*|__syscall_(?!socket|connect|bind|listen|accept|send|recv).*|fd_\w+|environ_\w+|clock_\w+|random_get|_(gm|local|mk|time)\w*_js|_tzset_js|_m(map|unmap|sync)_js|emscripten_(date_now|get_now|get_heap_max|resize_heap)|_emscripten_(system|get_progname|runtime_keepalive_clear)|emscripten_runtime_keepalive_\w+|_Py(EM_TrampolineCall_JS|_CheckEmscriptenSignals_Helper|_emscripten_runtime)|_setitimer_js|__call_sighandler|_?proc_exit|exit|_abort_js)$/;
/** Between a Python function and the one of ours that it is given to. */
const PASSES =
  /^(js2python_(js|immutable_js|convert)|Jsv(Array_(New|Push|Get)|NoValue_Check|NumFrom\w*|Num_\w+|Promise_Check|(Async)?Generator_Check|UTF8ToString|Function_Check|Error_Check|BigInt_\w+)|pyproxy_(Check|AsPyObject|new|new_ex)|proxy_cache_\w+|destroy_prox\w+|gc_register_proxies|_python2js_(ascii|ucs\d|cache_lookup|add_to_cache|addto_postprocess_list|handle_postprocess_list)|is_comlink_proxy|create_once_callable|Jsv?_?(GetError_import|to_bool)|restore_stderr|capture_stderr|new_error|JsvError_Throw|JsException_new_helper)$/;

/** These are free where they are about a module that was made for Python, or a function of it. */
const OF_OURS = /^(JsvFunction_CallBound|JsProxy_GetAttr_js|JsProxy_compute_typeflags)$/;

export class JavaScriptWatch {
  readonly #ours = new WeakSet<object>();
  readonly #tell: (name: string) => void;
  #isOn = false;
  #told = false;

  /** @param tell called once, at the first call of the realm's life that reaches JavaScript */
  constructor(tell: (name: string) => void) {
    this.#tell = tell;
  }

  /** Runs begin: from now on it counts. @param modules whose functions Python may call */
  begin(modules: Readonly<Record<string, object>>): void {
    for (const module of Object.values(modules)) {
      this.#ours.add(module);
      for (const member of Object.values(module)) {
        if (typeof member === 'function') this.#ours.add(member as object);
      }
    }
    this.#isOn = true;
  }

  /** Puts itself in front of the functions that the interpreter is about to import. */
  readonly guard = (imports: Record<string, unknown>): void => {
    for (const [name, value] of Object.entries(imports)) {
      if (typeof value !== 'function' || FREE.test(name) || PASSES.test(name)) continue;
      imports[name] = this.#watched(name, value as Import);
    }
  };

  #watched(name: string, call: Import): Import {
    const mayBeOurs = OF_OURS.test(name);
    const watched: Import = (a, b, c, d, e, f, g, h, i, j) => {
      if (this.#isOn && !this.#told && !(mayBeOurs && this.#isOurs(a))) {
        this.#tell(name);
        this.#told = true;
      }
      return call(a, b, c, d, e, f, g, h, i, j);
    };
    // The linker reads the signature that is written on it.
    return assign(watched, call);
  }

  /** Whether it is about what was made for Python. */
  #isOurs(subject: unknown): boolean {
    return apply(hasOf, this.#ours, [subject]) as boolean;
  }
}
