import type { TemplateFacts } from './templateFacts.ts'

/** What the library shows of a template; the template itself is loaded when it is chosen. */
export interface TemplateCardFacts {
  readonly id: string
  readonly name: string
  /** One sentence that says what the plan is made of. */
  readonly description: string
  readonly facts: TemplateFacts
  /** Tasks of each stream, phase by phase. */
  readonly shape: readonly (readonly number[])[]
}

/** In the order the library shows them. `templateCards.test.ts` holds them against the templates. */
export const templateCards: readonly TemplateCardFacts[] = [
  {
    id: 'web-application',
    name: 'Web application',
    description: 'A backend and a frontend that meet at one API contract, with end-to-end tests growing beside them.',
    facts: {
      phases: 2,
      streams: 6,
      tasks: 32,
      checks: 14,
      hours: {
        min: 11,
        max: 19,
        streamsKnown: 3,
        streamsTotal: 6,
      },
    },
    shape: [
      [5, 5, 5],
      [6, 6, 5],
    ],
  },
  {
    id: 'api-service',
    name: 'API service',
    description:
      'One service built from its OpenAPI contract: implementation, contract tests and client SDKs side by side.',
    facts: {
      phases: 3,
      streams: 7,
      tasks: 37,
      checks: 14,
      hours: {
        min: 13,
        max: 20,
        streamsKnown: 3,
        streamsTotal: 7,
      },
    },
    shape: [[6, 5, 5], [6, 5, 5], [5]],
  },
  {
    id: 'mobile-application',
    name: 'Mobile application',
    description:
      'An app and its backend around one API contract, with device testing and store release planned from the start.',
    facts: {
      phases: 2,
      streams: 7,
      tasks: 40,
      checks: 16,
      hours: {
        min: 14,
        max: 24,
        streamsKnown: 3,
        streamsTotal: 7,
      },
    },
    shape: [
      [6, 5, 6],
      [6, 6, 6, 5],
    ],
  },
  {
    id: 'data-pipeline',
    name: 'Data pipeline',
    description: 'Ingestion, processing and storage around agreed data schemas, with quality checks at every stage.',
    facts: {
      phases: 2,
      streams: 7,
      tasks: 42,
      checks: 16,
      hours: {
        min: 13,
        max: 21,
        streamsKnown: 3,
        streamsTotal: 7,
      },
    },
    shape: [
      [6, 6, 6],
      [6, 6, 6, 6],
    ],
  },
  {
    id: 'ml-application',
    name: 'ML application',
    description:
      'Data, model, serving and application work around shared ML contracts, with testing and monitoring included.',
    facts: {
      phases: 2,
      streams: 8,
      tasks: 48,
      checks: 16,
      hours: {
        min: 18,
        max: 26,
        streamsKnown: 3,
        streamsTotal: 8,
      },
    },
    shape: [
      [6, 6, 6],
      [6, 6, 6, 6, 6],
    ],
  },
  {
    id: 'microservices',
    name: 'Microservices',
    description: 'Contracts, platform and shared services first, then the services, their gateway and the frontend.',
    facts: {
      phases: 3,
      streams: 10,
      tasks: 57,
      checks: 18,
      hours: {
        min: 24,
        max: 34,
        streamsKnown: 4,
        streamsTotal: 10,
      },
    },
    shape: [
      [6, 6, 6, 6],
      [6, 5, 6, 6],
      [5, 5],
    ],
  },
]
