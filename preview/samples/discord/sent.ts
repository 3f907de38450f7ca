import { Client } from 'discord.js';
import { openDesk } from '../../../src/bots/conversation.ts';
import type { Around } from '../../../src/bots/discord/around.ts';
import { openIntake } from '../../../src/bots/discord/inbox/intake.ts';
import { openLimits } from '../../../src/bots/discord/manners/limits.ts';
import { openQuestions } from '../../../src/bots/discord/manners/questions.ts';
import { openRepeats } from '../../../src/bots/discord/manners/repeats.ts';
import type { Knowledge } from '../../../src/knowledge/index.ts';
import { memoryLedger } from '../../../src/ledger/memory.ts';
import { openLog } from '../../../src/log.ts';
import type { Component } from '../../discord/components.ts';

/** A message as it is sent to Discord. */
export interface Sent {
  readonly content?: string;
  readonly components?: readonly Component[];
}

/**
 * Lets the bot do something, and catches the first message that it would send. Nothing reaches the network.
 *
 * @param knowledge what it may know
 * @param use what it does
 * @returns the message; an empty one where none was sent
 */
export async function sentBy(knowledge: Knowledge, use: (around: Around) => Promise<void>): Promise<Sent> {
  const bodies: string[] = [];
  const client = new Client({ intents: [], rest: { makeRequest: caught(bodies) } });
  const [ledger, log] = [await memoryLedger(null), openLog('silent')];
  const desk = openDesk({ knowledge, ledger, log });
  try {
    const [intake, limits] = [openIntake(ledger.inbox), openLimits()];
    const [questions, repeats] = [openQuestions(), openRepeats()];
    await use({ client, desk, intake, ledger, knowledge, limits, questions, repeats, log });
  } finally {
    await client.destroy();
  }
  const { data = {} } = JSON.parse(bodies[0] ?? '{}') as { readonly data?: Sent };
  const { content, components } = data;
  return { ...(content !== undefined && { content }), ...(components !== undefined && { components }) };
}

type MakeRequest = NonNullable<NonNullable<ConstructorParameters<typeof Client>[0]['rest']>['makeRequest']>;

/** Stands for the network: keeps what is sent, and takes it. */
function caught(bodies: string[]): MakeRequest {
  return async (_url, { body }) => {
    if (typeof body === 'string') bodies.push(body);
    return new Response(null, { status: 204 }) as unknown as Awaited<ReturnType<MakeRequest>>;
  };
}
