# What is called when something is collected, and what else V8 calls by itself.
import gc
finalized = js.FinalizationRegistry.new(trapped())
for _ in range(1000): tried(finalized.register, js.Object.new(), evil())
kept = [js.WeakRef.new(js.Array.new(1000)) for _ in range(1000)]
gc.collect()
for reference in kept[:10]: noted(reference.deref())
judged()
