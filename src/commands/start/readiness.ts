import type { Bot } from '../../bots/bot.ts';
import type { EngineWatch } from './engine.ts';

/** Whether this process is to be sent questions, and what it lacks for it. */
export interface Readiness {
  /** The library is loaded, and these are the bots. */
  loaded(bots: readonly Bot[], engine: EngineWatch): void;
  /** From now on it is not ready, whatever else is well. */
  stop(): void;
  isStopping(): boolean;
  /** @returns the bots that are reached from elsewhere; none while the library is loaded */
  bots(): readonly Bot[];
  /** Names what is missing; asks the engine, where nobody has for some seconds. */
  missing(): Promise<readonly string[]>;
  /** As {@link missing}, without asking. */
  isReady(): boolean;
  isEngineUp(): boolean;
}

/** @returns the readiness of a process that has just begun */
export function openReadiness(): Readiness {
  let bots: readonly Bot[] = [];
  let engine: EngineWatch | null = null;
  let stopping = false;

  function missing(isEngineUp: boolean): readonly string[] {
    return [
      ...(stopping ? ['stopping'] : []),
      ...(engine === null ? ['library'] : isEngineUp ? [] : ['engine']),
      ...bots.filter((bot) => bot.health() !== 'connected').map(({ name }) => name),
    ];
  }

  return {
    loaded(those, watch) {
      bots = those.filter(({ name }) => name !== 'terminal');
      engine = watch;
    },
    stop() {
      stopping = true;
    },
    isStopping: () => stopping,
    bots: () => bots,
    missing: async () => missing(stopping || engine === null || (await engine.look())),
    isReady: () => missing(engine?.isUp() ?? true).length === 0,
    isEngineUp: () => engine?.isUp() ?? false,
  };
}
