import type { Json } from './json.ts';
import { legacyIn, mistakesIn } from './message-rules.ts';
import { contentOf, type Kept } from './messages.ts';
import { contentRefusal, formRefusal, type Refusal } from './payload.ts';

/** What Discord would say to an edit; `null` when it would make it. */
export function editRefusal({ message }: Kept, body: Json): Refusal | null {
  const already = Number(message.flags ?? 0);
  const merged = contentOf(body, message);
  return (
    formRefusal(mistakesIn(body, 'edit', already)) ?? formRefusal(legacyIn(merged)) ?? contentRefusal(merged)
  );
}
