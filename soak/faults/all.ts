import type { FAULTS } from '../options.js';
import { deliveriesOutOfOrder, deliveriesTwice } from './deliveries.ts';
import { gatewayAway, gatewayCut, gatewaySilent, sessionLost } from './discord-gateway.ts';
import type { Fault } from './fault.ts';
import { ledgerAway, ledgerLocked } from './ledger.ts';
import { libraryChanged, libraryGrown } from './library.ts';
import { loopBlocked, restarted, slowDisk } from './machine.ts';
import { busy, failing, slow } from './platforms.ts';
import { socketsCut, socketsHalfOpen, socketsRefused } from './slack-sockets.ts';

export type FaultName = (typeof FAULTS)[number];

/** Every fault by its name. */
export const ALL_FAULTS: Readonly<Record<FaultName, Fault>> = {
  'slack-sockets-cut': socketsCut,
  'slack-sockets-half-open': socketsHalfOpen,
  'slack-sockets-refused': socketsRefused,
  'discord-gateway-cut': gatewayCut,
  'discord-gateway-silent': gatewaySilent,
  'discord-gateway-away': gatewayAway,
  'discord-session-lost': sessionLost,
  'platforms-busy': busy,
  'platforms-failing': failing,
  'platforms-slow': slow,
  'deliveries-twice': deliveriesTwice,
  'deliveries-out-of-order': deliveriesOutOfOrder,
  'slow-disk': slowDisk,
  'library-changed': libraryChanged,
  'library-grown': libraryGrown,
  'loop-blocked': loopBlocked,
  'ledger-locked': ledgerLocked,
  'ledger-away': ledgerAway,
  restarted,
};
