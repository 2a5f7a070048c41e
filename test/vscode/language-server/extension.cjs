/** Does nothing: what counts is that it is there. */
exports.activate = () => undefined;
