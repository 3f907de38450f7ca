import type { RequestListener } from 'node:http';
import { readBody } from '../../../../http/body.ts';
import type { Exchange } from '../../../../http/exchange.ts';
import type { Route } from '../../../../http/front.ts';
import type { Log } from '../../../../log.ts';
import { openClockWatch } from './clock-watch.ts';
import { isCertificateCheck, payloadOf, plainType } from './payload.ts';
import { clockOff, signatureProblem } from './signature.ts';

/**
 * Longest body, in bytes. The longest that Slack sends holds a message of 40,000 characters in its text and in
 * its blocks, now and as it was before an edit, at six bytes a character (`\u00e9`): 960,000.
 */
const MOST_BYTES = 1024 * 1024;
/** Slack itself gives up after three seconds (https://docs.slack.dev/apis/events-api#responding). */
const BODY_MS = 3_000;
const STATUS = { 'too-large': 413, 'too-slow': 408 };

/**
 * Where Slack's deliveries come in: only what Slack signed is handed on.
 *
 * @param signingSecret the app's
 * @param take Bolt's; finds the body in `rawBody` of the request
 * @param log gets what Slack tells us about the deliveries themselves
 * @returns the route
 */
export function deliveries(signingSecret: string, take: RequestListener, log: Log): Route {
  const clock = openClockWatch(log);

  async function handle(exchange: Exchange): Promise<void> {
    const { request, response } = exchange;
    const body = await readBody(request, MOST_BYTES, BODY_MS, () => {
      if (request.headers.expect !== undefined) response.writeContinue();
    });
    if (body.kind === 'gone') return;
    if (body.kind !== 'read') {
      exchange.refuse(STATUS[body.kind], body.kind);
      return;
    }
    const type = plainType(request.headers['content-type']);
    const now = Date.now();
    const problem = signatureProblem(signingSecret, request.headers, body.bytes, now);
    if (problem !== null) {
      clock.tell(clockOff(signingSecret, request.headers, body.bytes, now));
      // Slack looks at our certificate without signing; the answer tells nobody anything.
      if (isCertificateCheck(type, body.bytes)) response.writeHead(200).end();
      else exchange.refuse(401, problem);
      return;
    }
    const payload = payloadOf(type, body.bytes);
    if (payload === null) {
      exchange.refuse(400, 'malformed body');
    } else if (payload.type === 'app_rate_limited') {
      log.warn(
        { workspace: payload.team_id },
        'Slack holds back events of a workspace for a minute: it would send us more than 30,000 an hour.',
      );
      response.writeHead(200).end();
    } else {
      if (type !== undefined) request.headers['content-type'] = type;
      // Bolt takes a body that was read already from here.
      take(Object.assign(request, { rawBody: body.bytes }), response);
    }
  }
  return { methods: ['POST'], handle };
}
