import { onOneLine } from '../white-space.ts';

const ADDRESS = /^(?:https?:)?\/|^www\.|^@|^[\w.+-]+@[\w.-]+$|\.(?:com|org|net)\//i;
const BY = /^(?:(?:written|reported|posted|analysis|opinion|words|story|text) )?by:? +/i;
/** What content systems write where nobody is named. */
const NOBODY =
  /^(?:admin(?:istrator)?|author|staff|unknown|null|undefined|none|n\/a|editor|guest|default|by|-)$/i;

/** "Ada Moss, senior staff writer": what follows a name of two words or more. */
const POST =
  /^(\S+ \S.*?)(?:,| [-–—|·])? (?:(?:senior|chief|deputy|associate|managing|executive|political|national|staff|contributing|guest|special|foreign|business|sports?|health|science|technology|city|freelance|investigative|assistant|news|features|legal|crime|education|environment|politics|world|us|uk|games|entertainment|opinion|culture|arts|music|film|tv|food|travel|style|tech) ){0,4}(?:writer|editor|reporter|correspondent|contributor|columnist|journalist|producer|ceo)$/i;
/** How somebody logs in, not what somebody is called. */
const USER_NAME = /^[a-z0-9_.-]+$/;

/** Several writers in one string, with their posts. */
const LONGEST_NAME = 200;

/**
 * @param stated names as they were found, each of one writer or of several
 * @param outlet the outlet's name, which a byline need not repeat
 * @returns the writers in one line, or `null` where none is named
 */
export function bylineOf(stated: readonly string[], outlet: string | null): string | null {
  const names = stated
    .filter((name) => name.length <= LONGEST_NAME)
    .map((name) => withoutOutlet(onOneLine(name).replace(BY, ''), outlet))
    .map((name) => (POST.exec(name)?.[1] ?? name).replace(/,(?=\p{Lu})/gu, ', '))
    .filter((name) => name !== '' && !USER_NAME.test(name) && !ADDRESS.test(name) && !NOBODY.test(name));
  const seen = new Set<string>();
  const unique = names.filter((name) => {
    const key = name.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return unique.length === 0 ? null : unique.join(', ');
}

/** "Ada Moss, The Daily Ferry", "Ada Moss | The Daily Ferry": the outlet stands elsewhere. */
function withoutOutlet(name: string, outlet: string | null): string {
  if (outlet === null) return name;
  if (same(name, outlet)) return '';
  const parts = /^(.*?)(?:\s*[|–—,/·•]\s*|\s+-\s+|\s+(?:for|of|in)\s+|\s*\()([^|–—,/·•()]+)\)?$/.exec(name);
  return parts !== null && same(parts[2] ?? '', outlet) ? (parts[1] ?? '').trim() : name;
}

function same(one: string, other: string): boolean {
  const bare = (name: string) => name.toLowerCase().replace(/^the\s+|[^\p{L}\p{N}]+/gu, '');
  return bare(one) === bare(other);
}
