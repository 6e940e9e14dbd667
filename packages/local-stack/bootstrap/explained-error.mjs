/** An error whose message says all that the reader needs: it is shown without a stack trace. */
export class ExplainedError extends Error {}

/** What went wrong in somebody else's program, by what it printed, and what to do about it. */
const explanations = [
  [/ENOSPC|no space left on device|not enough free space/i, 'The disk is full.'],
  [/EDQUOT|disk quota exceeded/i, 'The disk quota is used up.'],
  [
    /SELF_SIGNED_CERT|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|certificate verify failed|UnknownIssuer/i,
    'The certificate is not trusted: name the CA file in NODE_EXTRA_CA_CERTS and in npm\'s "cafile".',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|dns error|error sending request|could ?n.t (be )?resolve|temporary failure resolving|could not connect/i,
    'No network, or the server cannot be reached. The first run has to download; later ones do not.',
  ],
  [/EACCES|EPERM|permission denied|read-only file system|EROFS/i, 'A file or folder may not be written.'],
];

/**
 * A sentence on the likely cause, or undefined.
 *
 * @param {string} output
 * @returns {string | undefined}
 */
export function explainOutput(output) {
  const found = explanations.find(([pattern]) => /** @type {RegExp} */ (pattern).test(output));
  return /** @type {string | undefined} */ (found?.[1]);
}

/**
 * The last lines of a text, for showing what a program said before it failed.
 *
 * @param {string} text
 * @param {number} [count]
 */
export function lastLines(text, count = 20) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
