import { createHmac, hkdfSync, scrypt } from 'node:crypto';

/** What the ledger keeps secrets with. */
export interface LedgerKeys {
  /** @returns a keyed hash of a person, the same for the same person; 43 characters */
  hash(person: string): string;
  /** 32 bytes that installations are sealed with; `null` where no key is set. */
  readonly sealing: Buffer | null;
  /** Tells this key from another, and nothing else of it; 43 characters. */
  readonly mark: string;
}

/**
 * LEDGER_KEY may be 32 random bytes or a sentence that somebody made up, and it cannot be told which: so it is
 * stretched as a password is. One of the settings that OWASP holds to be as strong as its first choice, with the
 * least memory: 16 MiB, and some 0.25 s once at start
 * (https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#scrypt).
 */
const STRETCHING = { N: 2 ** 14, r: 8, p: 5 };

/**
 * Makes the keys of a ledger. Each use has a key of its own, so that nothing that one gives away helps with
 * another. With a key from the environment, whoever has the file alone can neither open installations nor try
 * out which person a hash stands for; without one, the file's own secret keeps hashes from being compared with
 * those of other ledgers.
 *
 * @param key LEDGER_KEY; `null` where it is not set
 * @param secret 32 random bytes that were made with the ledger and are kept in it
 * @returns its keys: the same for the same key and secret
 */
export async function keysOf(key: string | null, secret: Buffer): Promise<LedgerKeys> {
  const root = key === null ? secret : await stretched(key, secret);
  const people = derived(root, 'people');
  return {
    mark: derived(root, 'mark').toString('base64url'),
    hash: (person) => createHmac('sha256', people).update(person, 'utf16le').digest('base64url'),
    sealing: key === null ? null : derived(root, 'installations'),
  };
}

function derived(root: Buffer, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', root, '', `nutgraf ledger: ${use}`, 32));
}

/** On a thread of its own: bots start meanwhile. */
function stretched(key: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(key, salt, 32, STRETCHING, (error, result) => (error === null ? resolve(result) : reject(error)));
  });
}
