import manifest from '../../../../package.json' with { type: 'json' };
import { pathsOf } from './operation.ts';
import { FOR_PEOPLE } from './page-operations.ts';
import { PARAMETERS } from './parameters.ts';
import { FOR_PROGRAMS } from './program-operations.ts';
import { type Described, HEADERS, sharedResponses } from './responses.ts';
import { componentSchemas } from './schemas.ts';

const DESCRIPTION = `Answers questions about news stories with quotations: sentences of an article, letter for letter, each with its source.

Everything is read with GET; HEAD gives the same without a body, OPTIONS the methods, and any other method 405. Under \`/api\` what is wrong is told as \`Error\`, also where nothing is (404). Pages of other sites may read \`/api/ask\`, \`/api/stories\` and \`/api/suggest\` where \`WEB_ORIGINS\` names them.`;

const TAGS = {
  programs: 'For widgets and other programs.',
  desk: 'For those who keep the stories, with `DESK_TOKEN`.',
  running: 'For those who run the process.',
  pages: 'For readers.',
};

/** @returns the document that describes every public route, OpenAPI 3.1 */
export function openApiDocument(): Described {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Nutgraf',
      version: manifest.version,
      summary: manifest.description,
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'The server that sent this document.' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths: pathsOf({ ...FOR_PROGRAMS, ...FOR_PEOPLE }),
    components: {
      schemas: componentSchemas(),
      responses: sharedResponses(),
      parameters: PARAMETERS,
      headers: HEADERS,
      securitySchemes: {
        deskToken: { type: 'http', scheme: 'bearer', description: '`DESK_TOKEN`.' },
        deskPassword: {
          type: 'http',
          scheme: 'basic',
          description: '`DESK_TOKEN` as the password, with any name, for readers of feeds.',
        },
      },
    },
  };
}
