import { BotStartError } from './bot.ts';

/**
 * @param error what `listen` threw
 * @returns the same, as a sentence for whoever runs it
 */
export function portTaken(error: unknown): BotStartError {
  const { code, port } = error as NodeJS.ErrnoException & { readonly port?: number };
  const why = code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${code})`;
  return new BotStartError('port-taken', `Port ${port} ${why}: set PORT to a free one.`, error);
}
