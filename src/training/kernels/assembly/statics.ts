// Addresses of what kernels keep for the length of a call, above the static data and below the engine's first block.

/** A tile of a product that reaches over the result's right edge: 6 rows of two vectors. */
export const EDGE: usize = 0xc000;
/** Sizes and strides of up to three operands: four numbers each. */
export const SIZES: usize = 0xc100;
export const FIRST: usize = 0xc110;
export const SECOND: usize = 0xc120;
export const THIRD: usize = 0xc130;
/** Elements of two operands, gathered to lie side by side. */
export const LEFT: usize = 0xd000;
export const RIGHT: usize = 0xd800;
/** A number given to a kernel that wants it in memory. */
export const NUMBER: usize = 0xc200;
