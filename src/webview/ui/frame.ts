/** At most one call per animation frame. */

/** A function that asks for `draw` in the next frame; further calls before that frame are the same request. */
export function oncePerFrame(draw: () => void): () => void {
  let requested = false;
  return () => {
    if (requested) return;
    requested = true;
    requestAnimationFrame(() => {
      requested = false;
      draw();
    });
  };
}
