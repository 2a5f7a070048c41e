/** Names that Node has everywhere and browsers do not; put into whatever uses them (scripts/web/extension.mjs). */
export { Buffer } from 'buffer';
