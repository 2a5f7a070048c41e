/** The type table of the kernels' exports as it should be. */
export function exportTypes(): Promise<string>;
