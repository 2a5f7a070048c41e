/** Names that Node has everywhere and browsers do not; put into whatever uses them (scripts/web/build.mjs). */
export { Buffer } from 'buffer';
