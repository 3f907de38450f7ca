import { shown } from './address.ts';
import { PrivateAddressError } from './connector.ts';
import { BY_HAND, FetchError } from './fetch-error.ts';

/**
 * What can go wrong on the way, by the codes of `getaddrinfo`, of TCP, of undici and of Node's TLS
 * (https://nodejs.org/docs/latest-v20.x/api/tls.html#x509-certificate-error-codes), and what is said of it.
 */
const ON_THE_WAY: readonly (readonly [RegExp, (host: string, code: string) => string])[] = [
  [
    /^EAI_AGAIN/,
    (host) => `The name ${host} cannot be looked up now (DNS): check the network, or try again later.`,
  ],
  [/^(?:ENOTFOUND|ENODATA|EAI_)/, (host) => `There is no ${host} (DNS): check the address.`],
  [/^ECONNREFUSED/, (host) => `${host} refuses the connection: check the address, or try again later.`],
  [
    /^(?:ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET|UND_ERR_ABORTED|UND_ERR_RES_CONTENT_LENGTH|HPE_INVALID_EOF)/,
    (host) => `${host} broke the connection off: try again later.`,
  ],
  [
    /^(?:EHOST|ENET|ETIMEDOUT|EADDRNOTAVAIL|UND_ERR_CONNECT)/,
    (host) => `There is no way to ${host}: check the network, or try again later.`,
  ],
  [
    /^(?:ERR_TLS|ERR_SSL|EPROTO|CERT_|CRL_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|INVALID_|HOSTNAME_|PATH_)/,
    (host, code) => `The connection to ${host} is not secure (TLS, ${code}): ${BY_HAND}.`,
  ],
  // undici asserts what llhttp lets pass, such as a status of 000.
  [
    /^(?:HPE_|HTTPParserError|ERR_ASSERTION)/,
    (host) => `${host} does not answer in HTTP: check the address.`,
  ],
];

/**
 * @param url the address that was being fetched
 * @param error what was thrown on the way
 * @returns the error to throw
 */
export function failureOf(url: URL, error: unknown): FetchError {
  if (error instanceof FetchError) return error;
  if (error instanceof PrivateAddressError) {
    return new FetchError(
      'private-address',
      url.href,
      `${url.host} is this machine or in a private network, from which nothing is fetched: ${BY_HAND}.`,
    );
  }
  const { code, name, message } = error as NodeJS.ErrnoException;
  const sort = code ?? name;
  if (sort === 'UND_ERR_HEADERS_OVERFLOW') {
    const sentence = `${url.host} sends more headers than are read: ${BY_HAND}.`;
    return new FetchError('too-large', url.href, sentence, { cause: error });
  }
  const known = ON_THE_WAY.find(([codes]) => codes.test(sort))?.[1];
  const sentence =
    known?.(url.host, sort) ??
    `${url.host} cannot be reached (${shown(code ?? message)}): check the address, or try again later.`;
  return new FetchError('unreachable', url.href, sentence, { cause: error });
}
